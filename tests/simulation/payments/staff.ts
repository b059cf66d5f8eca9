import type { LineCredit } from '../../../cloudfunctions/modules/charging';
import type { PaymentOrder } from '../../../cloudfunctions/modules/payments';
import { addDays, dayOf, type Instant, monthAt, startOfDay } from '../../../types/day';
import { day, hour, second } from '../stage/time';
import { communityId, counterStaff, customerService, finance, homeIds } from './setting';
import type { World } from './world';

/** What finance sees of orders: those that were paid and could be given back, by bills or as prepayment. */
export function paidOrders(world: World): readonly PaymentOrder[] {
  return [...world.judge.view().mirror.all('paymentOrders')].filter(({ state }) => state === 'paid');
}

/** Finance gives money back: some lines of a payment, whole or in part, or what was prepaid. */
export async function refund(
  world: World,
  isMeant: (order: PaymentOrder) => boolean = () => true,
  by = world.oneOf(finance),
): Promise<void> {
  const orders = paidOrders(world).filter(isMeant);
  if (orders.length === 0) return;
  // Mostly of late: what nobody has looked at for months is rarely given back.
  const order = world.oneOf(orders.slice(-12));
  const { _id: orderId, toPrepaid } = order;
  const reason = '重复收费';
  if (toPrepaid > 0 && world.happens(0.5)) {
    const amount = world.happens(0.5) ? toPrepaid : 1 + world.below(toPrepaid);
    await world.insist(by, 'payments.refundPrepaid', { orderId, amount, reason });
    return;
  }
  const lines = (order.credits ?? []).filter(() => world.happens(0.6)).map((credit) => someOf(world, credit));
  if (lines.length === 0) return;
  const afterwards = world.happens(0.5) ? 'reopen' : 'adjust';
  await world.insist(by, 'payments.refund', { orderId, lines, afterwards, reason });
}

function someOf(world: World, { billId, line, money, prepaid, vouchers }: LineCredit) {
  const whole = money + prepaid + vouchers.reduce((sum, { amount }) => sum + amount, 0);
  const amount = world.happens(0.6) ? whole : 1 + world.below(Math.max(1, whole));
  // A slip of the finger now and then: more than was paid.
  return { billId, line, amount: Math.max(1, world.happens(0.04) ? whole + 1 : amount) };
}

/** Somebody pays at the counter: all they owe, a part, or more than that. */
export async function takeAtCounter(world: World, homeId = world.oneOf(homeIds)): Promise<void> {
  const by = world.oneOf(counterStaff);
  const account = world.judge.view().mirror.get('homeAccounts', homeId);
  const partyId = account?.openBills[0]?.liablePartyId ?? `${homeId}-owner`;
  const owed = (account?.openBills ?? []).reduce((sum, bill) => sum + bill.amount, 0);
  const amount = Math.max(1, world.oneOf([owed, Math.floor(owed / 3), owed + 5000]));
  const preview = await world.ask(by, 'counter.preview', { homeId, partyId, amount });
  if (preview === 'nothing' || !preview.ok) return;
  const { toPrepaid, vouchers, prepaid } = preview.value;
  await world.insist(by, 'counter.take', {
    ...{ homeId, partyId, amount, expectedPrepaid: toPrepaid, expectedUsed: vouchers + prepaid },
    ...{ channel: world.oneOf(['cash', 'cash', 'card', 'transfer'] as const), payerName: '王秀英' },
  });
}

/** The end of a day at the counter: the money goes to finance, now and then not to the fen. */
export async function handOver(world: World): Promise<void> {
  const by = world.oneOf(counterStaff);
  const today = await world.ask(by, 'counter.myDay', { communityId });
  if (today === 'nothing' || !today.ok || today.value.cashInHand === 0) return;
  const counted = Math.max(0, today.value.cashInHand - (world.happens(0.1) ? 100 : 0));
  const given = await world.insist(by, 'counter.handOver', { communityId, counted });
  if (given === 'nothing' || !given.ok) return;
  await world.insist(world.oneOf(finance), 'counter.receiveHandOver', { handOverId: given.value.handOverId });
}

/** Good for some days or some months; mostly for a home that owes a property fee, on which alone it can be used. */
export async function grantVoucher(world: World): Promise<void> {
  const accounts = [...world.judge.view().mirror.all('homeAccounts')];
  const owing = accounts.filter(({ openBills }) =>
    openBills.some(({ purpose }) => purpose === 'propertyFee'),
  );
  const homeId = owing.length > 0 && world.happens(0.8) ? world.oneOf(owing)._id : world.oneOf(homeIds);
  const days = world.happens(0.6) ? world.below(8) : 5 + world.below(90);
  const expiresOn = addDays(dayOf(world.time.now as Instant), days);
  const amount = world.oneOf([2000, 5000, 20_000]);
  const input = { homeId, amount, expiresOn, reason: '停水补偿' };
  await world.insist(world.oneOf(finance), 'payments.grantVoucher', input);
}

/** Finance gives back what a voucher paid, in the minute in which its last day ends, or soon after. */
export async function refundAtMidnight(world: World): Promise<void> {
  const { mirror } = world.judge.view();
  const { now } = world.time;
  const ending = paidOrders(world).flatMap((order) => {
    const ids = (order.credits ?? []).flatMap(({ vouchers }) => vouchers.map(({ voucherId }) => voucherId));
    const ends = ids.flatMap((voucherId) => {
      const voucher = mirror.get('vouchers', voucherId);
      return voucher ? [startOfDay(addDays(voucher.expiresOn, 1))] : [];
    });
    return ends.filter((at) => Math.abs(at - now) < 3 * day).map((at) => ({ order, at }));
  });
  if (ending.length === 0) return grantVoucher(world);
  const { order, at } = world.oneOf(ending);
  const moment = world.happens(0.5) ? at - world.below(6 * second) : at + world.below(12 * hour);
  await world.time.sleep(Math.max(0, moment - now));
  await refund(world, ({ _id }) => _id === order._id);
}

/** Finance makes the month's bills, or publishes those that are made. */
export async function bill(world: World): Promise<void> {
  const by = world.oneOf(finance);
  const month = monthAt(world.time.now as Instant);
  const runs = await world.ask(by, 'charging.billRuns', { communityId });
  if (runs === 'nothing' || !runs.ok) return;
  const run = runs.value.find((each) => each.month === month);
  if (!run) await world.insist(by, 'charging.startBillRun', { communityId, month });
  else if (run.state === 'drafted')
    await world.insist(by, 'charging.publishBillRun', { billRunId: run.billRunId });
}

/** An open bill is put right: adjusted, voided or made anew. */
export async function correct(world: World, homeId?: string): Promise<void> {
  const by = world.oneOf(finance);
  const all = [...world.judge.view().mirror.all('homeAccounts')];
  const accounts = all.filter(({ _id }) => homeId === undefined || _id === homeId);
  const open = accounts.flatMap(({ openBills }) => openBills);
  if (open.length === 0) return;
  const { billId, amount } = world.oneOf(open);
  const reason = '面积更正';
  const kind = world.below(5);
  if (kind === 0) await world.insist(by, 'charging.voidBill', { billId, reason });
  else if (kind === 1) await world.insist(by, 'charging.reissueBill', { billId, reason });
  else {
    const change = world.happens(0.5) ? -1 - world.below(Math.ceil(amount / 4)) : 1 + world.below(3000);
    await world.insist(by, 'charging.adjustBill', { billId, line: 1, amount: change, reason });
  }
}

export async function answerQuestions(world: World): Promise<void> {
  const asked = await world.ask(customerService, 'charging.questions', { communityId });
  if (asked === 'nothing' || !asked.ok) return;
  for (const { billId } of asked.value.rows.slice(0, 3))
    await world.insist(customerService, 'charging.answerQuestion', { billId, answer: '含上月补差' });
}

/** Finance looks after what does not fit, and first after what it has to decide about. */
export async function settleCases(world: World): Promise<void> {
  const by = world.oneOf(finance);
  const open = await world.ask(by, 'reconciliation.cases', { communityId, which: 'open' });
  if (open === 'nothing' || !open.ok || open.value.cases.length === 0) return;
  const toDecide = open.value.cases.filter(({ actions: possible }) => possible.length > 1);
  const { caseId, actions } = world.oneOf(toDecide.length > 0 ? toDecide : open.value.cases);
  const input = { caseId, action: world.oneOf(actions), note: '已核对' };
  await world.insist(by, 'reconciliation.resolveCase', input);
}
