import type {
  BillOutcome,
  PayChannel,
  PrepayOrder,
  RefundOrder,
} from '../../../cloudfunctions/platform/pay/port';
import { day, type Instant } from '../../../types/day';
import { fen } from '../../../types/money';
import { openidOf, startWorld, type World } from './world';

jest.setTimeout(60_000);

const merchantId = '1900000109';
const minute = 60_000;
const hour = 60 * minute;

/** The driver on the real SDK against the simulated WeChat Pay, with every disturbance it knows. */
describe('cloudpay', () => {
  let world: World;
  let channel: PayChannel;
  let numbers = 0;

  beforeAll(async () => {
    world = await startWorld();
    const { payChannel } = await import('../../../cloudfunctions/platform/pay');
    channel = payChannel('cloudpay');
    world.phoneCode('payer', '13800000001');
    world.phoneCode('other', '13800000002');
  });
  beforeEach(() => world.cloud.context.faults.clear());
  afterAll(() => world?.stop());

  const now = () => world.cloud.context.clock.now() as Instant;
  const newOrder = (more: Partial<PrepayOrder> = {}): PrepayOrder => ({
    outTradeNo: `N2026111000${++numbers}`,
    merchantId,
    payerOpenid: openidOf('payer'),
    amount: fen(12_345),
    description: '云栖苑3栋2单元1201 物业费、水费、电费，2026年10月至2026年11月的全部应缴费用合计',
    startsAt: now(),
    expiresAt: (now() + 5 * minute) as Instant,
    payerIp: '127.0.0.1',
    ...more,
  });
  const fault = (point: string, kind: string, more: { times?: number; code?: string; ms?: number } = {}) =>
    world.cloud.context.faults.add({ id: `${point} ${kind}`, point, kind, chance: 1, ...more });
  const advance = (ms: number) => world.cloud.context.agenda.advance(now() + ms);

  async function prepay(order: PrepayOrder) {
    const outcome = await channel.createPrepay(order);
    if (outcome.kind !== 'ready') throw new Error(JSON.stringify(outcome));
    return outcome.wallet;
  }

  async function sheet(order: PrepayOrder, choice: 'pay' | 'cancel' = 'pay', person = 'payer') {
    const { pay } = world.cloud.rooms;
    const wallet = await prepay(order);
    const { appid } = world.cloud.context.settings;
    return pay.wallet.pay({ openid: openidOf(person), payment: { appId: appid, ...wallet } as never, choice })
      .errMsg;
  }

  async function paid(more: Partial<PrepayOrder> = {}): Promise<PrepayOrder> {
    const order = newOrder(more);
    expect(await sheet(order)).toBe('requestPayment:ok');
    return order;
  }

  const refundOf = (order: PrepayOrder, more: Partial<RefundOrder> = {}): RefundOrder => ({
    outTradeNo: order.outTradeNo,
    merchantId,
    outRefundNo: `R${order.outTradeNo}`,
    total: order.amount,
    amount: fen(345),
    reason: '重复支付',
    ...more,
  });

  describe('ordering', () => {
    test('the wallet takes what it gives; then the order is paid, by whom and how much', async () => {
      const order = await paid();
      expect(await channel.queryOrder(order)).toEqual({
        kind: 'paid',
        transactionId: expect.stringMatching(/^\d{28}$/),
        amount: 12_345,
        // WeChat tells whole seconds.
        at: Math.floor(now() / 1000) * 1000,
        merchantId,
        payerOpenid: openidOf('payer'),
      });
    });

    test('cancelled: not paid, and the same again opens the wallet again', async () => {
      const order = newOrder();
      expect(await sheet(order, 'cancel')).toBe('requestPayment:fail cancel');
      expect(await channel.queryOrder(order)).toEqual({ kind: 'notPaid' });
      expect(await sheet(order)).toBe('requestPayment:ok');
    });

    test('one field changed under the same number differs', async () => {
      const order = newOrder();
      await prepay(order);
      expect(await channel.createPrepay({ ...order, amount: fen(1) })).toEqual({ kind: 'differs' });
      expect(await channel.createPrepay({ ...order, payerIp: '10.0.0.1' })).toEqual({ kind: 'differs' });
      expect(await channel.createPrepay({ ...order, payerOpenid: openidOf('other') })).toEqual({
        kind: 'differs',
      });
      expect((await channel.createPrepay(order)).kind).toBe('ready');
    });

    test('paid, closed or out of time: no prepay', async () => {
      expect(await channel.createPrepay(await paid())).toEqual({ kind: 'alreadyPaid' });
      const late = newOrder({ expiresAt: (now() + 30_000) as Instant });
      expect(await channel.createPrepay(late)).toEqual({ kind: 'expired' });
      const order = newOrder();
      await prepay(order);
      world.advance(6 * minute);
      expect(await channel.createPrepay(order)).toEqual({ kind: 'expired' });
      expect(await channel.closeOrder(order)).toEqual({ kind: 'closed' });
      expect(await channel.createPrepay(order)).toEqual({ kind: 'closed' });
    });

    test('a merchant who has not bound itself is rejected', async () => {
      world.cloud.rooms.pay.control.setMerchant('1600000009', { isBound: false });
      const outcome = await channel.createPrepay(newOrder({ merchantId: '1600000009' }));
      expect(outcome).toEqual({ kind: 'rejected', reason: '受理关系不存在' });
    });

    test.each(['error', 'throw'])(
      '%s: unavailable, nothing stands, the same again is ready',
      async (kind) => {
        const order = newOrder();
        fault('pay.unifiedOrder', kind, { times: 1 });
        expect((await channel.createPrepay(order)).kind).toBe('unavailable');
        expect(await channel.queryOrder(order)).toEqual({ kind: 'unknown' });
        expect((await channel.createPrepay(order)).kind).toBe('ready');
      },
    );

    test('answer lost: unavailable although it stands; the same again is the same order', async () => {
      const order = newOrder();
      fault('pay.unifiedOrder', 'answer-lost', { times: 1 });
      expect((await channel.createPrepay(order)).kind).toBe('unavailable');
      expect(await channel.queryOrder(order)).toEqual({ kind: 'notPaid' });
      expect(await sheet(order)).toBe('requestPayment:ok');
    });

    test('late: it is only late', async () => {
      fault('pay.unifiedOrder', 'latency', { times: 1, ms: 50 });
      expect((await channel.createPrepay(newOrder())).kind).toBe('ready');
    });

    test('paid before the answer came: the look-up knows', async () => {
      const order = newOrder();
      fault('pay.unifiedOrder', 'paid-early', { times: 1 });
      await channel.createPrepay(order);
      expect((await channel.queryOrder(order)).kind).toBe('paid');
    });

    test('OUT_TRADE_NO_USED differs', async () => {
      const refusal = {
        id: 'used',
        point: 'pay.unifiedOrder',
        kind: 'error',
        chance: 1,
        code: 'OUT_TRADE_NO_USED',
      };
      world.cloud.context.faults.add({ ...refusal, message: '商户订单号重复' });
      expect(await channel.createPrepay(newOrder())).toEqual({ kind: 'differs' });
    });
  });

  describe('looking up and closing', () => {
    test.each(['error', 'throw'])('%s tells nothing', async (kind) => {
      const order = await paid();
      fault('pay.query', kind);
      expect((await channel.queryOrder(order)).kind).toBe('unavailable');
      expect((await channel.queryRefund(refundOf(order))).kind).toBe('unavailable');
    });

    test('an order of another merchant is not there', async () => {
      const order = await paid();
      expect(await channel.queryOrder({ ...order, merchantId: '1900000110' })).toEqual({ kind: 'unknown' });
    });

    test('a slow bank: paying, although the sheet said ok; then paid', async () => {
      fault('pay.wallet', 'slow', { times: 1, ms: 2 * minute });
      const order = await paid();
      expect(await channel.queryOrder(order)).toEqual({ kind: 'paying' });
      expect(await channel.createPrepay(order)).toMatchObject({ kind: 'unavailable' });
      expect(await channel.closeOrder(order)).toEqual({ kind: 'paying' });
      await advance(2 * minute);
      expect((await channel.queryOrder(order)).kind).toBe('paid');
    });

    test('the bank refuses: not paid', async () => {
      fault('pay.wallet', 'error', { times: 1 });
      const order = newOrder();
      expect(await sheet(order)).toMatch(/^requestPayment:fail/);
      expect(await channel.queryOrder(order)).toEqual({ kind: 'notPaid' });
    });

    test('closing: too early, then closed, and closed again; paid or unknown it is not', async () => {
      const order = newOrder();
      await prepay(order);
      expect(await channel.closeOrder(order)).toEqual({ kind: 'tooEarly' });
      world.advance(5 * minute);
      expect(await channel.closeOrder(order)).toEqual({ kind: 'closed' });
      expect(await channel.closeOrder(order)).toEqual({ kind: 'closed' });
      expect(await channel.queryOrder(order)).toEqual({ kind: 'closed' });
      expect(await channel.closeOrder(await paid())).toEqual({ kind: 'alreadyPaid' });
      expect(await channel.closeOrder(newOrder())).toEqual({ kind: 'unknown' });
    });

    test.each([
      ['error', 'closed'],
      ['throw', 'closed'],
      ['answer-lost', 'closed'],
    ])('closing, %s: unavailable, and again it is %s', async (kind, then) => {
      const order = newOrder();
      await prepay(order);
      world.advance(6 * minute);
      fault('pay.closeOrder', kind, { times: 1 });
      expect((await channel.closeOrder(order)).kind).toBe('unavailable');
      expect((await channel.closeOrder(order)).kind).toBe(then);
    });
  });

  describe('refunds', () => {
    test('accepted, processing, done; the order shows it', async () => {
      const order = await paid();
      const accepted = await channel.refund(refundOf(order));
      expect(accepted).toEqual({ kind: 'accepted', refundId: expect.stringMatching(/^\d+$/) });
      expect(await channel.refund(refundOf(order))).toEqual(accepted);
      expect(await channel.queryRefund(refundOf(order))).toEqual({ kind: 'processing' });
      expect(await channel.queryOrder(order)).toMatchObject({ kind: 'refunded', amount: 12_345 });
      await advance(10 * minute);
      expect(await channel.queryRefund(refundOf(order))).toMatchObject({
        kind: 'done',
        amount: 345,
        at: expect.any(Number),
      });
    });

    test('refusals by name', async () => {
      const order = await paid();
      await channel.refund(refundOf(order));
      expect(await channel.refund(refundOf(order, { amount: fen(346) }))).toEqual({ kind: 'differs' });
      const rest = refundOf(order, { outRefundNo: `S${order.outTradeNo}`, amount: fen(12_001) });
      expect((await channel.refund(rest)).kind).toBe('notRefundable');
      expect((await channel.refund({ ...rest, amount: fen(12_000) })).kind).toBe('accepted');
      const more = { ...rest, outRefundNo: `T${order.outTradeNo}`, amount: fen(1) };
      expect((await channel.refund(more)).kind).toBe('notRefundable');
      expect((await channel.refund(refundOf(newOrder()))).kind).toBe('notRefundable');
      expect(await channel.queryRefund(refundOf(newOrder()))).toEqual({ kind: 'unknown' });
    });

    test('an empty account, and one that may not refund', async () => {
      const poor = '1900000111';
      const order = await paid({ merchantId: poor });
      const { control } = world.cloud.rooms.pay;
      control.withdraw(poor, 12_345);
      expect(await channel.refund(refundOf(order, { merchantId: poor }))).toEqual({ kind: 'notEnoughFunds' });
      control.withdraw(poor, -12_345);
      control.setMerchant(poor, { mayRefund: false });
      expect((await channel.refund(refundOf(order, { merchantId: poor }))).kind).toBe('rejected');
    });

    test.each(['error', 'throw', 'answer-lost'])(
      '%s: unavailable; the same number again is accepted',
      async (kind) => {
        const order = await paid();
        fault('pay.refund', kind, { times: 1 });
        expect((await channel.refund(refundOf(order))).kind).toBe('unavailable');
        expect((await channel.refund(refundOf(order))).kind).toBe('accepted');
      },
    );

    test.each([
      ['change', 'abnormal'],
      ['closed', 'closed'],
    ])('a refund that ends as %s', async (kind, outcome) => {
      const order = await paid();
      fault('pay.refund', kind, { times: 1 });
      await channel.refund(refundOf(order));
      await advance(10 * minute);
      expect(await channel.queryRefund(refundOf(order))).toEqual({ kind: outcome });
    });

    test('accounts that answer a count and empty lists tell nothing', async () => {
      const order = await paid();
      await channel.refund(refundOf(order));
      const { control } = world.cloud.rooms.pay;
      control.setOptions({ refundQuery: 'empty' });
      expect(await channel.queryRefund(refundOf(order))).toEqual({ kind: 'notTold' });
      control.setOptions({ refundQuery: 'indexed' });
    });
  });

  describe('the bill', () => {
    const merchant = '1900000222';
    const download = (on: string): Promise<BillOutcome> =>
      channel.downloadBill({ merchantId: merchant, day: day(on) });

    test.each(['settlement', 'plain'])(
      'the day before, in %s columns: payments and refunds, to the fen',
      async (columns) => {
        world.cloud.rooms.pay.control.setOptions({ billColumns: columns });
        const today = new Date(now() + 8 * hour).toISOString().slice(0, 10);
        const order = await paid({ merchantId: merchant });
        const refund = refundOf(order, { merchantId: merchant });
        await channel.refund(refund);
        expect(await download(today)).toEqual({ kind: 'noBill' });
        await advance(Date.parse(`${today}T09:30:00+08:00`) + 24 * hour - now());
        expect(await download(today)).toEqual({ kind: 'notYet' });
        await advance(hour);
        const outcome = await download(today);
        expect(outcome).toMatchObject({
          kind: 'bill',
          rows: [
            { kind: 'payment', outTradeNo: order.outTradeNo, amount: 12_345, merchantId: merchant },
            { kind: 'refund', outRefundNo: refund.outRefundNo, amount: 345, state: 'done' },
          ],
        });
      },
    );

    test.each(['error', 'throw'])('%s: unavailable', async (kind) => {
      fault('pay.downloadBill', kind);
      expect((await download('2026-11-10')).kind).toBe('unavailable');
    });

    test('a day nobody paid, and one too long ago', async () => {
      expect(await download('2026-11-01')).toEqual({ kind: 'noBill' });
      expect((await download('2026-01-01')).kind).toBe('rejected');
    });
  });
});
