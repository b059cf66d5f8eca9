import type { PaymentPreview, PayStart } from '../../../types/contract/payments';
import { fen } from '../../../types/money';
import { minute, second } from '../stage/time';
import { type Member, members, membersOf } from './setting';
import type { Heard, World } from './world';

type Wallet = Extract<PayStart, { kind: 'wallet' }>;

/** Sheets that were opened and left: somebody may come back to one when its order is long gone. */
export interface LeftSheets {
  readonly sheets: { readonly openid: string; readonly start: Wallet }[];
}

/** A person looks what is due and pays it, or not, in one of the ways people do. */
export async function visitHome(world: World, member: Member, left: LeftSheets): Promise<void> {
  const { openid, homeId } = member;
  const seen = await world.ask(openid, 'payments.seeHome', { homeId });
  if (seen === 'nothing' || !seen.ok) return;
  const { due, live } = seen.value.home ?? {};
  if (live?.isMine && world.happens(0.5))
    await world.insist(openid, 'payments.confirmPayment', { orderId: live.orderId });
  if (world.happens(due ? 0.08 : 0.3)) return prepay(world, member, left);
  if (!due) return;
  const start = await order(world, member, await chosen(world, member, due));
  if (start === undefined) return;
  if (start.kind === 'paid') return look(world, openid, start.orderId);
  await atTheWallet(world, member, start, left);
}

/** All that is due, or some of it by itself. */
async function chosen(
  world: World,
  { openid, homeId }: Member,
  due: PaymentPreview,
): Promise<{ readonly amount: number; readonly billIds?: string[] }> {
  if (due.bills.length < 2 || world.happens(0.4)) return due;
  const some = due.bills.filter(() => world.happens(0.5)).map(({ billId }) => billId);
  const billIds = some.length > 0 ? some : [world.oneOf(due.bills).billId];
  const preview = await world.ask(openid, 'payments.preview', { homeId, billIds });
  return preview !== 'nothing' && preview.ok ? { amount: preview.value.amount, billIds } : due;
}

/** Asks for an order; where the amount has changed meanwhile, once more with the new one. */
async function order(
  world: World,
  { openid, homeId }: Member,
  { amount, billIds }: { readonly amount: number; readonly billIds?: string[] },
): Promise<PayStart | undefined> {
  const input = (expectedAmount: number) => ({ homeId, expectedAmount, ...(billIds ? { billIds } : {}) });
  // Now and then a phone shows what was true yesterday.
  const expected = world.happens(0.03) ? amount + 1 : amount;
  const first = await world.insist(openid, 'payments.payOpenBills', input(expected));
  const changed = amountOf(first);
  if (changed === undefined || world.happens(0.2)) return started(first);
  return started(await world.insist(openid, 'payments.payOpenBills', input(changed)));
}

function started(heard: Heard<PayStart>): PayStart | undefined {
  return heard !== 'nothing' && heard.ok ? heard.value : undefined;
}

function amountOf(heard: Heard<PayStart>): number | undefined {
  if (heard === 'nothing' || heard.ok || heard.refusal.code !== 'AMOUNT_CHANGED') return undefined;
  const amount = heard.refusal.details?.amount;
  return typeof amount === 'number' ? amount : undefined;
}

async function atTheWallet(world: World, member: Member, start: Wallet, left: LeftSheets): Promise<void> {
  const { openid } = member;
  const { orderId } = start;
  await world.time.sleep(world.below(world.happens(0.1) ? 8 * minute : 40 * second));
  const choice = world.below(100);
  if (choice < 8) {
    // The phone is put away with the sheet open.
    left.sheets.push({ openid, start });
    return;
  }
  if (choice < 34) return changeOfMind(world, member, start, left);
  const isPaid = world.wallet(openid, start.wallet, choice < 39 ? 'wrongPassword' : 'pay');
  if (world.happens(0.1)) return;
  if (!isPaid && world.happens(0.5))
    return void (await world.insist(openid, 'payments.cancelOrder', { orderId }));
  // A phone that lost its network in the wallet thinks that nothing was paid.
  if (isPaid && world.happens(0.06)) await world.insist(openid, 'payments.cancelOrder', { orderId });
  await world.insist(openid, 'payments.confirmPayment', { orderId });
  await look(world, openid, orderId);
}

/** Closes the sheet: tells the product, or just orders something else, or comes back to the old sheet after all. */
async function changeOfMind(world: World, member: Member, start: Wallet, left: LeftSheets): Promise<void> {
  const { openid, homeId } = member;
  world.wallet(openid, start.wallet, 'cancel');
  if (world.happens(0.6)) await world.insist(openid, 'payments.cancelOrder', { orderId: start.orderId });
  if (world.happens(0.4)) left.sheets.push({ openid, start });
  if (world.happens(0.4)) return;
  const due = await world.ask(openid, 'payments.preview', { homeId });
  if (due === 'nothing' || !due.ok || due.value.bills.length === 0) return;
  const bill = world.oneOf(due.value.bills);
  const preview = await world.ask(openid, 'payments.preview', { homeId, billIds: [bill.billId] });
  if (preview === 'nothing' || !preview.ok) return;
  const again = await order(world, member, { amount: preview.value.amount, billIds: [bill.billId] });
  if (again?.kind !== 'wallet') return;
  world.wallet(openid, again.wallet, 'pay');
  await world.insist(openid, 'payments.confirmPayment', { orderId: again.orderId });
  // The first sheet, still open on another phone, takes the money too: it comes too late.
  if (world.happens(0.4)) world.wallet(openid, start.wallet, 'pay');
}

/** Somebody finds a sheet still open and pays: perhaps long after its order was given up. */
export async function payLeftSheet(world: World, { sheets }: LeftSheets): Promise<void> {
  const [found] = sheets.splice(world.below(Math.max(1, sheets.length)), 1);
  if (!found) return;
  world.wallet(found.openid, found.start.wallet, 'pay');
  if (world.happens(0.5))
    await world.insist(found.openid, 'payments.confirmPayment', { orderId: found.start.orderId });
}

async function prepay(world: World, member: Member, left: LeftSheets): Promise<void> {
  const { openid, homeId } = member;
  const offer = await world.ask(openid, 'payments.prepayOffer', { homeId });
  if (offer === 'nothing' || !offer.ok) return;
  const { year, most } = offer.value;
  const amount = world.oneOf([year, most, most, 12_345, 50_000]);
  if (amount <= 0) return;
  const start = await prepayOf(world, member, amount);
  if (!start) return;
  if (world.happens(0.3)) await twoSheets(world, member, start, amount);
  else await atTheWallet(world, member, start, left);
}

async function prepayOf(
  world: World,
  { openid, homeId }: Member,
  amount: number,
): Promise<Wallet | undefined> {
  const start = started(await world.insist(openid, 'payments.prepay', { homeId, amount: fen(amount) }));
  return start?.kind === 'wallet' ? start : undefined;
}

/** The first sheet stays open on one phone while the same person prepays on another, and then both are paid. */
async function twoSheets(world: World, member: Member, first: Wallet, amount: number): Promise<void> {
  const { openid } = member;
  const second = await prepayOf(world, member, Math.max(1, amount - world.below(500)));
  for (const { orderId, wallet } of second ? [second, first] : [first])
    if (world.wallet(openid, wallet, 'pay') && world.happens(0.7))
      await world.insist(openid, 'payments.confirmPayment', { orderId });
}

async function look(world: World, openid: string, orderId: string): Promise<void> {
  if (world.happens(0.2)) await world.ask(openid, 'payments.receipt', { orderId });
}

/** Somebody does not understand a bill. */
export async function question(world: World): Promise<void> {
  const { openid, homeId } = world.oneOf(members);
  const due = await world.ask(openid, 'payments.preview', { homeId });
  if (due === 'nothing' || !due.ok || due.value.bills.length === 0) return;
  const { billId } = world.oneOf(due.value.bills);
  await world.insist(openid, 'charging.questionBill', { billId, text: '这个月为什么多了' });
}

/** Several people at once: a family at its phones, one person with two, neighbours. */
export function crowd(world: World): readonly Member[] {
  const someone = somebodyTold(world);
  const kind = world.below(4);
  if (kind === 0) return [someone, someone];
  if (kind === 1) return membersOf(someone.homeId);
  return kind === 2 ? [someone, somebodyTold(world), somebodyTold(world)] : [someone];
}

/** Mostly one of those who were told of a bill. */
export function somebodyTold(world: World): Member {
  const accounts = [...world.judge.view().mirror.all('homeAccounts')];
  const owing = accounts.filter(({ openBills }) => openBills.length > 0).map(({ _id }) => _id);
  const told = members.filter(({ homeId }) => owing.includes(homeId));
  return world.oneOf(told.length > 0 && world.happens(0.85) ? told : members);
}
