import type { PayResult } from '../../../cloudfunctions/platform/pay/port';
import type { Instant } from '../../../types/day';
import { fen } from '../../../types/money';
import { payee } from './community';
import { eachInPaidWorld, openWallet, publishBill, tap } from './money';
import { codeOf, type Document, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const homeId = 'yunqi-1201';
const minute = 60_000;
const hour = 60 * minute;

type Module = typeof import('../../../cloudfunctions/modules/payments');

/** How others lose, double or believe money (peer-weaknesses), and the corners of calendar and size. */
describe('results of every kind', () => {
  let world: World;
  let payments: Module;

  eachInPaidWorld((made) => {
    world = made;
  });
  beforeEach(async () => {
    payments = await import('../../../cloudfunctions/modules/payments');
  });

  const started = async (person = 'owner') => granted(await tap(world, person));
  const order = async (orderId: string) => (await world.read('paymentOrders', orderId)) as Document;
  const confirm = async (orderId: string, person = 'owner') =>
    granted(await world.ask(person, 'payments.confirmPayment', { orderId })).outcome;
  const settle = (result: PayResult) => payments.settleResult(result, world.ports);
  const posted = async () => (await world.all('journals')).filter(({ kind }) => kind === 'payment').length;

  /** What WeChat would tell of this order. */
  const resultOf = (orderId: string, more: Partial<PayResult> = {}): PayResult => ({
    channel: 'cloudpay',
    outTradeNo: orderId,
    transactionId: `4200000000${orderId.length}`,
    amount: fen(100),
    at: world.ports.now(),
    merchantId: payee.merchantId,
    payerOpenid: openidOf('owner'),
    ...more,
  });

  test('W1, W2: what was to be paid is not forgotten: a result told hours later, after retries, still credits', async () => {
    await publishBill(world, { amount: 100 });
    const { orderId } = await started();
    const { faults } = world.cloud.context;
    const dead = { point: 'admin.database.*', kind: 'error', code: 'INTERNAL_SERVER', chance: 1 };
    faults.add({ id: 'dead', ...dead });
    await expect(settle(resultOf(orderId))).rejects.toThrow();
    faults.clear();
    world.advance(3 * hour);
    expect(await settle(resultOf(orderId))).toEqual({ kind: 'taken' });
    expect(await order(orderId)).toMatchObject({ state: 'paid' });
  });

  test('W6, W8: another amount or merchant, or an order nobody knows, is a case, and nothing is credited', async () => {
    await publishBill(world, { amount: 100 });
    const { orderId } = await started();
    expect(await settle(resultOf(orderId, { amount: fen(1) }))).toEqual({ kind: 'taken' });
    expect(await settle(resultOf(orderId, { merchantId: '1900000199' }))).toEqual({ kind: 'taken' });
    expect(await settle(resultOf('20261110unknown'))).toEqual({ kind: 'taken' });
    expect(await settle(resultOf(orderId, { amount: fen(1) }))).toEqual({ kind: 'taken' });
    const causes = (await world.all('cases')).map(({ cause }) => cause).sort();
    expect(causes).toEqual(['amountDiffers', 'merchantDiffers', 'unknownOrder']);
    const told = (await world.all('outbox')).flatMap(({ intents }) => intents as { kind: string }[]);
    const cases = told.filter(({ kind }) => kind === 'casesOpened');
    expect(cases).toHaveLength(3);
    expect(cases[0]).toMatchObject({ to: { duty: 'finance' }, words: { count: 1 } });
    expect(await order(orderId)).toMatchObject({ state: 'live' });
    expect(await posted()).toBe(0);
  });

  test('W5, W14: the phone chooses neither amount nor order nor branch', async () => {
    await publishBill(world, { amount: 100 });
    const { orderId } = await started();
    const smuggled = { orderId, resultCode: 'SUCCESS', totalFee: 1 } as never;
    expect(codeOf(await world.ask('owner', 'payments.confirmPayment', smuggled))).toBe('INVALID_INPUT');
    expect(codeOf(await world.ask('family', 'payments.confirmPayment', { orderId }))).toBe('NOT_ALLOWED');
    expect(await confirm(orderId)).toBe('pending');
    expect(await posted()).toBe(0);
  });

  test('W9, W18: the same result ten times at once posts once', async () => {
    await publishBill(world, { amount: 100 });
    const { orderId } = await started();
    const answers = await Promise.all(Array.from({ length: 10 }, () => settle(resultOf(orderId))));
    expect(answers.some(({ kind }) => kind === 'taken')).toBe(true);
    expect(await settle(resultOf(orderId))).toEqual({ kind: 'taken' });
    expect(await posted()).toBe(1);
    expect(await world.all('refunds')).toEqual([]);
  });

  test('W24: a second payment of one order is not absorbed: it goes back, once', async () => {
    await publishBill(world, { amount: 100 });
    const { orderId } = await started();
    await settle(resultOf(orderId, { transactionId: '4200000001' }));
    for (const _again of [1, 2]) await settle(resultOf(orderId, { transactionId: '4200000002' }));
    expect(await world.all('refunds')).toMatchObject([
      { _id: 'B4200000002', cause: 'doubled', amount: 100, state: 'creating' },
    ]);
    expect(await world.all('due')).toMatchObject([{ kind: 'refund', key: 'B4200000002' }]);
  });

  test('W27: numbers are ours, 6–32 letters that both drivers take, and say their day', async () => {
    await publishBill(world, { amount: 100 });
    const { orderId } = await started();
    expect(orderId).toMatch(/^20261110[0-9A-Za-z]{1,24}$/);
  });

  test('W21: paid at 23:59:58 counts for that day, although it was posted after midnight', async () => {
    const night = Date.parse('2026-11-30T23:59:58+08:00');
    world.advance(night - world.ports.now());
    const billId = await publishBill(world, { amount: 100, lines: [100] });
    const { orderId } = await started();
    world.advance(10_000);
    await settle(resultOf(orderId, { at: night as Instant }));
    const journal = (await world.all('journals')).find(({ kind }) => kind === 'payment');
    expect(journal).toMatchObject({ day: '2026-11-30', at: night });
    const receipt = granted(await world.ask('owner', 'payments.receipt', { orderId }));
    expect(receipt.receiptNumber).toMatch(/^SJ20261130-/);
    expect(await world.read('bills', billId)).toMatchObject({ state: 'paid' });
  });

  test('the late fee of another day is another amount: seen before midnight, refused after it', async () => {
    const lateFee = { perMillionPerDay: 500, graceDays: 0, capPermille: 1000 };
    await publishBill(world, { amount: 100_000, month: '2026-10', dueOn: '2026-10-31', lateFee });
    world.advance(Date.parse('2026-11-10T23:59:59+08:00') - world.ports.now());
    const seen = granted(await world.ask('owner', 'payments.preview', { homeId }));
    expect(seen).toMatchObject({ amount: 100_500, lateFee: 500 });
    world.advance(1000);
    const wish = { homeId, expectedAmount: seen.amount };
    const refusal = await world.ask('owner', 'payments.payOpenBills', wish);
    expect(refusal).toMatchObject({ refusal: { code: 'AMOUNT_CHANGED', details: { amount: 100_550 } } });
    const start = await started();
    world.advance(4 * minute);
    openWallet(world, 'owner', start);
    expect(await confirm(start.orderId)).toBe('paid');
    const [journal] = (await world.all('journals')).filter(({ kind }) => kind === 'payment');
    expect(journal?.lines).toContainEqual(expect.objectContaining({ account: 'lateFee', amount: -550 }));
  });

  test('thirty bills of three parties in one order, posted in one commit, all projected', async () => {
    const parties = ['resident-t-owner', 'resident-t-family', 'resident-t-tenant'];
    for (let n = 0; n < 30; n += 1)
      await publishBill(world, { amount: 100 + n, lines: [60 + n, 40], partyId: parties[n % 3] as string });
    const start = await started();
    openWallet(world, 'owner', start);
    expect(await confirm(start.orderId)).toBe('paid');
    const bills = await world.all('bills');
    expect(bills).toHaveLength(30);
    expect(bills.every(({ state, amount, credited }) => state === 'paid' && amount === credited)).toBe(true);
    expect(await posted()).toBe(1);
    expect(await world.all('due')).toEqual([]);
  });

  test("a new owner sees nothing of the old owner's debt; who paid keeps the receipt", async () => {
    await publishBill(world, { amount: 100, partyId: 'resident-t-former' });
    const screen = granted(await world.ask('owner', 'payments.seeHome', {}));
    expect(screen.home?.due).toBeUndefined();
    expect(codeOf(await world.ask('owner', 'payments.preview', { homeId }))).toBe('NOTHING_DUE');
    await publishBill(world, { amount: 20, partyId: 'resident-t-tenant' });
    const start = await started('tenant');
    openWallet(world, 'tenant', start);
    await confirm(start.orderId, 'tenant');
    const household = (await world.read('households', homeId)) as Document & { tenures: { id: string }[] };
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('households');
    const tenures = household.tenures.map((each) =>
      each.id === 't-tenant' ? { ...each, to: '2026-11-09' } : each,
    );
    await rows.doc(homeId).update({ data: { tenures } });
    expect(granted(await world.ask('tenant', 'payments.seeHome', {})).home).toBeUndefined();
    expect(granted(await world.ask('tenant', 'payments.myReceipts', {})).receipts).toHaveLength(1);
    const receipt = await world.ask('tenant', 'payments.receipt', { orderId: start.orderId });
    expect(granted(receipt)).toMatchObject({ amount: 20, payerName: '王tenant' });
  });

  test('more than may be prepaid is refused with how much may be; the offer is a year of the last fee', async () => {
    await publishBill(world, { amount: 30_000 });
    const offer = granted(await world.ask('owner', 'payments.prepayOffer', { homeId }));
    expect(offer).toMatchObject({ balance: 0, monthly: 30_000, year: 360_000, most: 2_000_000 });
    const ask = { homeId, amount: 500 };
    const start = granted(await world.ask('family', 'payments.prepay', ask));
    openWallet(world, 'family', start);
    expect(await confirm(start.orderId, 'family')).toBe('paid');
    expect(await world.read('homeAccounts', homeId)).toMatchObject({
      prepaid: [{ partyId: 'resident-t-owner', amount: 500 }],
    });
    const refusal = await world.ask('owner', 'payments.prepay', { homeId, amount: 1_999_501 });
    expect(refusal).toMatchObject({ refusal: { code: 'PREPAY_TOO_MUCH', details: { most: 1_999_500 } } });
  });

  describe('WeChat in trouble', () => {
    const fault = (point: string, kind: string, more: object = {}) =>
      world.cloud.context.faults.add({ id: point, point, kind, chance: 1, times: 1, ...more });

    test('the prepay gets no answer: nothing is charged, and the next tap goes on with the same order', async () => {
      await publishBill(world, { amount: 100 });
      fault('pay.unifiedOrder', 'answer-lost');
      expect(codeOf(await tap(world, 'owner'))).toBe('PAY_UNAVAILABLE');
      const start = await started();
      expect(await world.all('paymentOrders')).toHaveLength(1);
      openWallet(world, 'owner', start);
      expect(await confirm(start.orderId)).toBe('paid');
    });

    test('nobody comes back to an order that WeChat never heard of: it ends, and the home is free', async () => {
      await publishBill(world, { amount: 100 });
      fault('pay.unifiedOrder', 'error', { times: 100 });
      expect(codeOf(await tap(world, 'owner'))).toBe('PAY_UNAVAILABLE');
      for (let minutes = 0; minutes < 15; minutes += 1) {
        await world.cloud.context.agenda.advance(world.ports.now() + minute);
        await world.tick();
      }
      expect((await world.all('paymentOrders')).map(({ state }) => state)).toEqual(['closed']);
      expect(await world.all('due')).toEqual([]);
    });

    test('a query that gets no answer changes nothing; the next one posts', async () => {
      await publishBill(world, { amount: 100 });
      const start = await started();
      openWallet(world, 'owner', start);
      fault('pay.query', 'error', { times: 1 });
      expect(await confirm(start.orderId)).toBe('pending');
      expect(await confirm(start.orderId)).toBe('paid');
    });

    test('the refund gets no answer: asked again under its number it goes back once', async () => {
      await publishBill(world, { amount: 100 });
      const late = await started();
      granted(await world.ask('owner', 'payments.cancelOrder', { orderId: late.orderId }));
      const start = await started('family');
      openWallet(world, 'family', start);
      await confirm(start.orderId, 'family');
      const before = world.cloud.rooms.pay.control.balance(openidOf('owner'));
      openWallet(world, 'owner', late);
      fault('pay.refund', 'answer-lost');
      for (let minutes = 0; minutes < 15; minutes += 1) {
        await world.cloud.context.agenda.advance(world.ports.now() + minute);
        await world.tick();
      }
      expect(world.cloud.rooms.pay.control.balance(openidOf('owner'))).toBe(before);
      expect(await confirm(late.orderId)).toBe('returned');
    });

    test('a refund that WeChat could not give back is stuck, and a case', async () => {
      await publishBill(world, { amount: 100 });
      const start = await started();
      openWallet(world, 'owner', start);
      await confirm(start.orderId);
      const [bill] = await world.all('bills');
      fault('pay.refund', 'change');
      const lines = [{ billId: String(bill?._id), line: 1, amount: 100 }];
      const input = { orderId: start.orderId, lines, afterwards: 'reopen' as const, reason: '多收' };
      granted(await world.ask('finance', 'payments.refund', input));
      for (let minutes = 0; minutes < 20; minutes += 1) {
        await world.cloud.context.agenda.advance(world.ports.now() + minute);
        await world.tick();
      }
      expect((await world.all('refunds'))[0]).toMatchObject({ state: 'stuck' });
      expect((await world.all('cases'))[0]).toMatchObject({ cause: 'refundStuck' });
      expect(await world.all('due')).toEqual([]);
    });
  });
});
