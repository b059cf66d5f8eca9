import { jobHandlers } from '../../../cloudfunctions/job/handlers';
import { payChannel } from '../../../cloudfunctions/platform/pay';
import type { InputOf } from '../../../types/contract';
import { dayOf } from '../../../types/day';
import { eachInPaidWorld, openWallet, ownerParty, publishBill, tap, tenantParty } from './money';
import { codeOf, type Document, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const communityId = 'yunqi';
const minute = 60_000;
const dayLong = 24 * 60 * minute;
const title: InputOf<'invoicing.ask'>['title'] = { kind: 'person', name: '王秀英' };

/** Finance sees its own community only, and is told of no difference that is none. Both communities are paid to one merchant. */
describe('finance, apart', () => {
  let world: World;

  eachInPaidWorld((made) => {
    world = made;
  });

  const later = (milliseconds: number) =>
    world.cloud.context.agenda.advance(world.ports.now() + milliseconds);
  const runJobs = () => world.product.runJobs(jobHandlers, world.ports, () => true);
  const cases = async () =>
    granted(await world.ask('finance', 'reconciliation.cases', { communityId, which: 'open' })).cases;
  const days = async () => granted(await world.ask('finance', 'reconciliation.days', { communityId }));
  const intents = async (kind: string) =>
    (await world.all('outbox'))
      .flatMap((message) => message.intents as { kind: string }[])
      .filter((intent) => intent.kind === kind);
  const lines = async (person: 'finance' | 'financeElsewhere', input: Omit<InputOf<'desk.lines'>, 'month'>) =>
    granted(await world.ask(person, 'desk.lines', { month: '2026-11', ...input })).lines;

  /** From today on, every day at 10:30 of the next. */
  async function beginReconciling(): Promise<void> {
    const { startReconciling } = await import('../../../cloudfunctions/modules/reconciliation');
    const { toDo } = await import('../../../cloudfunctions/kernel/decision');
    const { joined, changes } = await import('../../../cloudfunctions/kernel/changes');
    const audit = changes({ audit: [{ what: 'goesLive', beneficiary: { communityId }, subjects: [] }] });
    const author = { action: 'test.goLive', actor: { as: 'test' }, communityId };
    const decide = async () =>
      toDo(true, joined(await startReconciling(communityId, dayOf(world.ports.now())), audit));
    granted(await world.product.settle({ author, decide }, world.ports));
  }

  /** The morning after: 10:30 has passed once more. */
  async function nextMorning(): Promise<void> {
    await later(dayLong);
    await runJobs();
  }

  async function pay(person: string, home: string): Promise<string> {
    const start = granted(await tap(world, person, home));
    openWallet(world, person, start);
    return start.orderId;
  }

  const take = (amount: number, partyId = ownerParty) =>
    world.ask('customerService', 'counter.take', {
      homeId,
      partyId,
      channel: 'cash',
      amount,
      expectedPrepaid: 0,
      expectedUsed: 0,
      payerName: '王秀英',
    });

  test('the cash in a colleague’s hands is for that colleague’s community', async () => {
    await publishBill(world, { amount: 2_000 });
    granted(await take(2_000));
    const figure = { kind: 'cash', staffId: 'customerService' } as const;
    expect(await lines('finance', { communityId, figure })).toMatchObject([{ amount: 2_000 }]);
    expect(await lines('financeElsewhere', { communityId: 'wutong', figure })).toEqual([]);
  });

  test('today’s money opens to every payment, what is on its way back too', async () => {
    await publishBill(world, { amount: 2_000 });
    const orderId = await pay('owner', homeId);
    world.advance(6 * minute);
    granted(await take(2_000));
    granted(await world.ask('owner', 'payments.confirmPayment', { orderId }));
    await later(minute);
    const desk = granted(await world.ask('finance', 'desk.finance', { communityId, month: '2026-11' }));
    const today = await lines('finance', { communityId, figure: { kind: 'receivedToday' } });
    expect(desk.today.received).toBe(4_000);
    expect(today.reduce((sum, { amount }) => sum + amount, 0)).toBe(4_000);
    const figure = { kind: 'receivedToday', channel: 'wechat' } as const;
    expect(await lines('finance', { communityId, figure })).toMatchObject([
      { amount: 2_000, place: '3栋2单元1201', text: expect.stringContaining('微信支付') },
    ]);
  });

  test('another community’s payment to the same merchant is no difference here', async () => {
    await publishBill(world, { amount: 3_000, homeId: 'wutong-301', partyId: 'resident-t-else' });
    const orderId = await pay('ownerElsewhere', 'wutong-301');
    granted(await world.ask('ownerElsewhere', 'payments.confirmPayment', { orderId }));
    const orders = world.product.sdk().database({ throwOnNotFound: false }).collection('paymentOrders');
    await orders.doc(orderId).update({ data: { amount: 3_001 } });
    await beginReconciling();
    await later(91 * minute);
    await nextMorning();
    expect(await days()).toMatchObject([{ state: 'done', rows: 0, differences: 0, received: 0 }]);
    expect(await world.all('cases')).toEqual([]);
    await orders.doc(orderId).update({ data: { amount: 3_000 } });
  });

  test('a day that cannot be compared is told to finance, once, with the reason', async () => {
    await beginReconciling();
    const communities = world.product.sdk().database({ throwOnNotFound: false }).collection('communities');
    await communities.doc(communityId).update({ data: { payee: null } });
    await later(91 * minute);
    await nextMorning();
    await runJobs();
    const failure = '小区没有登记收款方';
    expect(await days()).toMatchObject([{ day: '2026-11-10', state: 'failed', failure }]);
    expect(await intents('reconciliationFailed')).toMatchObject([
      { to: { duty: 'finance' }, words: { day: '2026-11-10', failure } },
    ]);
  });

  test('what the counter gave back by bank is told to the resident, and not looked for in WeChat’s bill', async () => {
    const billId = await publishBill(world, { amount: 2_000 });
    const { orderId } = granted(await take(2_000));
    const back = [{ billId, line: 1, amount: 500 }];
    const wish = { orderId, lines: back, afterwards: 'reopen', reason: '多收' } as const;
    granted(await world.ask('finance', 'payments.refund', wish));
    expect(await intents('moneyReturned')).toMatchObject([
      { to: { residentId: ownerParty }, words: { amount: 500, by: 'bank' } },
    ]);
    await beginReconciling();
    await later(91 * minute);
    await nextMorning();
    await nextMorning();
    expect(await days()).toMatchObject([{ state: 'done' }, { state: 'done' }]);
    expect(await cases()).toEqual([]);
  });

  test.each(['credit', 'refund'] as const)(
    'money of yesterday that is resolved by %s today is no difference of today',
    async (action) => {
      await publishBill(world, { amount: 10_000 });
      const orderId = await pay('owner', homeId);
      const orders = world.product.sdk().database({ throwOnNotFound: false }).collection('paymentOrders');
      const { amount } = (await world.read('paymentOrders', orderId)) as Document;
      await orders.doc(orderId).update({ data: { amount: (amount as number) + 1 } });
      await beginReconciling();
      await later(91 * minute);
      await nextMorning();
      const [found] = await cases();
      expect(found).toMatchObject({ cause: 'amountDiffers', day: '2026-11-10', orderId });
      const resolve = { caseId: found?.caseId ?? '', action, note: '按实收处理' };
      granted(await world.ask('finance', 'reconciliation.resolveCase', resolve));
      await nextMorning();
      expect(await days()).toMatchObject([{ day: '2026-11-11', differences: 0 }, { day: '2026-11-10' }]);
      expect(await cases()).toEqual([]);
    },
  );

  test('money that finance has credited from a case is not booked again by a road that brings it later', async () => {
    await publishBill(world, { amount: 10_000 });
    const orderId = await pay('owner', homeId);
    const { merchantId } = ((await world.read('paymentOrders', orderId)) as Document).ask as {
      merchantId: string;
    };
    const channel = payChannel('cloudpay');
    const paid = await channel.queryOrder({ outTradeNo: orderId, merchantId });
    const transactionId = paid.kind === 'paid' ? paid.transactionId : '';
    const about = { communityId, homeId, orderId, merchantId, transactionId };
    const caseId = `paidThereOnly·${merchantId}·${transactionId}`;
    await world.seed('cases', {
      ...{ _id: caseId, ...about, cause: 'paidThereOnly', day: '2026-11-10', theirs: 10_000 },
      ...{ state: 'open', openedAt: 0 },
    });
    const resolve = { caseId, action: 'credit', note: '按实收入账' } as const;
    granted(await world.ask('finance', 'reconciliation.resolveCase', resolve));
    granted(await world.ask('owner', 'payments.confirmPayment', { orderId }));
    await later(minute);
    await world.tick();
    const account = (await world.read('homeAccounts', homeId)) as Document;
    expect(account).toMatchObject({ prepaid: [{ amount: 10_000 }], openBills: [{ amount: 10_000 }] });
    expect(account).not.toHaveProperty('liveOrder');
    expect(await world.read('paymentOrders', orderId)).toMatchObject({ state: 'closed' });
    const money = (await world.all('journals')).flatMap(
      ({ lines: all }) => all as { account: string; amount: number }[],
    );
    const received = money.filter(({ account: name }) => name === 'wechatPay');
    expect(received.map(({ amount }) => amount)).toEqual([10_000]);
  });

  test('a payment through the channel of before is booked from the bill that the new one fetches', async () => {
    await publishBill(world, { amount: 10_000 });
    const orderId = await pay('owner', homeId);
    const { bookAndCompare } = await import('../../../cloudfunctions/modules/reconciliation/bookAndCompare');
    const { ask } = (await world.read('paymentOrders', orderId)) as Document;
    const { merchantId } = ask as { merchantId: string };
    const paid = await payChannel('cloudpay').queryOrder({ outTradeNo: orderId, merchantId });
    if (paid.kind !== 'paid') throw new Error(paid.kind);
    const rows = [{ ...paid, kind: 'payment' as const, outTradeNo: orderId }];
    const payee = { payeeId: merchantId, name: '云栖物业', merchantId, channel: 'wechatpay-v3' as const };
    const of = { communityId, day: dayOf(world.ports.now()), payee, rows };
    expect(await bookAndCompare(of, world.ports)).toMatchObject({ matched: 1, differences: [] });
    expect(await world.read('paymentOrders', orderId)).toMatchObject({ state: 'paid' });
    expect(await world.all('cases')).toEqual([]);
  });

  test('an invoice for money of the counter: for whoever sees its bills, a tenant too, never for a successor', async () => {
    await publishBill(world, { amount: 2_000, partyId: 'resident-t-former' });
    const former = granted(await take(2_000, 'resident-t-former')).orderId;
    for (const person of ['owner', 'family', 'tenant'])
      expect(codeOf(await world.ask(person, 'invoicing.ask', { orderId: former, title }))).toBe(
        'NOT_ALLOWED',
      );
    await publishBill(world, { amount: 3_000, partyId: tenantParty, purpose: 'water' });
    const { orderId } = granted(await take(3_000, tenantParty));
    expect(granted(await world.ask('tenant', 'invoicing.ask', { orderId, title }))).toMatchObject({
      amount: 3_000,
    });
  });

  test('a receipt is whole: nobody sees a bill in it that the member does not see alone', async () => {
    await publishBill(world, { amount: 2_000 });
    await publishBill(world, { amount: 3_000, partyId: tenantParty, purpose: 'water' });
    const orderId = await pay('owner', homeId);
    granted(await world.ask('owner', 'payments.confirmPayment', { orderId }));
    expect(await world.read('paymentOrders', orderId)).toMatchObject({
      state: 'paid',
      payerOpenid: openidOf('owner'),
      amount: 5_000,
    });
    expect(granted(await world.ask('family', 'payments.receipt', { orderId })).bills).toHaveLength(2);
    expect(codeOf(await world.ask('tenant', 'payments.receipt', { orderId }))).toBe('NOT_ALLOWED');
    expect(granted(await world.ask('tenant', 'payments.homeReceipts', { homeId })).receipts).toEqual([]);
  });
});
