import type { Instant } from '../../../types/day';
import { fen } from '../../../types/money';
import { merchantId, minute, Till } from './till';
import { openidOf } from './world';

jest.setTimeout(240_000);

/** The driver on the real SDK against the simulated WeChat Pay, with every disturbance it knows. */
describe('cloudpay', () => {
  let till: Till;

  beforeAll(async () => {
    till = await Till.open();
  });
  beforeEach(() => till.world.cloud.context.faults.clear());
  afterAll(() => till?.world.stop());

  describe('ordering', () => {
    test('the wallet takes what it gives; then the order is paid, by whom and how much', async () => {
      const order = await till.paid();
      expect(await till.channel.queryOrder(order)).toEqual({
        kind: 'paid',
        transactionId: expect.stringMatching(/^\d{28}$/),
        amount: 12_345,
        // WeChat tells whole seconds.
        at: Math.floor(till.now() / 1000) * 1000,
        merchantId,
        payerOpenid: openidOf('payer'),
      });
    });

    test('cancelled: not paid, and the same again opens the wallet again', async () => {
      const order = till.newOrder();
      expect(await till.sheet(order, 'cancel')).toBe('requestPayment:fail cancel');
      expect(await till.channel.queryOrder(order)).toEqual({ kind: 'notPaid' });
      expect(await till.sheet(order)).toBe('requestPayment:ok');
    });

    test('one field changed under the same number differs', async () => {
      const order = till.newOrder();
      await till.prepay(order);
      expect(await till.channel.createPrepay({ ...order, amount: fen(1) })).toEqual({ kind: 'differs' });
      expect(await till.channel.createPrepay({ ...order, payerIp: '10.0.0.1' })).toEqual({ kind: 'differs' });
      expect(await till.channel.createPrepay({ ...order, payerOpenid: openidOf('other') })).toEqual({
        kind: 'differs',
      });
      expect((await till.channel.createPrepay(order)).kind).toBe('ready');
    });

    test('paid, closed or out of time: no prepay', async () => {
      expect(await till.channel.createPrepay(await till.paid())).toEqual({ kind: 'alreadyPaid' });
      const late = till.newOrder({ expiresAt: (till.now() + 30_000) as Instant });
      expect(await till.channel.createPrepay(late)).toEqual({ kind: 'expired' });
      const order = till.newOrder();
      await till.prepay(order);
      till.world.advance(6 * minute);
      expect(await till.channel.createPrepay(order)).toEqual({ kind: 'expired' });
      expect(await till.channel.closeOrder(order)).toEqual({ kind: 'closed' });
      expect(await till.channel.createPrepay(order)).toEqual({ kind: 'closed' });
    });

    test('a merchant who has not bound itself is rejected', async () => {
      till.world.cloud.rooms.pay.control.setMerchant('1600000009', { isBound: false });
      const outcome = await till.channel.createPrepay(till.newOrder({ merchantId: '1600000009' }));
      expect(outcome).toEqual({ kind: 'rejected', reason: '受理关系不存在' });
    });

    test.each(['error', 'throw'])(
      '%s: unavailable, nothing stands, the same again is ready',
      async (kind) => {
        const order = till.newOrder();
        till.fault('pay.unifiedOrder', kind);
        expect((await till.channel.createPrepay(order)).kind).toBe('unavailable');
        expect(await till.channel.queryOrder(order)).toEqual({ kind: 'unknown' });
        expect((await till.channel.createPrepay(order)).kind).toBe('ready');
      },
    );

    test('answer lost: unavailable although it stands; the same again is the same order', async () => {
      const order = till.newOrder();
      till.fault('pay.unifiedOrder', 'answer-lost');
      expect((await till.channel.createPrepay(order)).kind).toBe('unavailable');
      expect(await till.channel.queryOrder(order)).toEqual({ kind: 'notPaid' });
      expect(await till.sheet(order)).toBe('requestPayment:ok');
    });

    test('late: it is only late', async () => {
      till.fault('pay.unifiedOrder', 'latency', { ms: 50 });
      expect((await till.channel.createPrepay(till.newOrder())).kind).toBe('ready');
    });

    test('paid before the answer came: the look-up knows', async () => {
      const order = till.newOrder();
      till.fault('pay.unifiedOrder', 'paid-early');
      await till.channel.createPrepay(order);
      expect((await till.channel.queryOrder(order)).kind).toBe('paid');
    });

    test('OUT_TRADE_NO_USED differs', async () => {
      till.fault('pay.unifiedOrder', 'error', { code: 'OUT_TRADE_NO_USED', message: '商户订单号重复' });
      expect(await till.channel.createPrepay(till.newOrder())).toEqual({ kind: 'differs' });
    });
  });

  describe('looking up and closing', () => {
    test.each(['error', 'throw'])('%s tells nothing', async (kind) => {
      const order = await till.paid();
      till.fault('pay.query', kind, { times: 2 });
      expect((await till.channel.queryOrder(order)).kind).toBe('unavailable');
      expect((await till.channel.queryRefund(till.refundOf(order))).kind).toBe('unavailable');
    });

    test('an order of another merchant is not there', async () => {
      const order = await till.paid();
      expect(await till.channel.queryOrder({ ...order, merchantId: '1900000110' })).toEqual({
        kind: 'unknown',
      });
    });

    test('a slow bank: paying, although the sheet said ok; then paid', async () => {
      till.fault('pay.wallet', 'slow', { ms: 2 * minute });
      const order = await till.paid();
      expect(await till.channel.queryOrder(order)).toEqual({ kind: 'paying' });
      expect(await till.channel.createPrepay(order)).toMatchObject({ kind: 'unavailable' });
      expect(await till.channel.closeOrder(order)).toEqual({ kind: 'paying' });
      await till.advance(2 * minute);
      expect((await till.channel.queryOrder(order)).kind).toBe('paid');
    });

    test('the bank refuses: not paid', async () => {
      till.fault('pay.wallet', 'error');
      const order = till.newOrder();
      expect(await till.sheet(order)).toMatch(/^requestPayment:fail/);
      expect(await till.channel.queryOrder(order)).toEqual({ kind: 'notPaid' });
    });

    test('closing: too early, then closed, and closed again; paid or unknown it is not', async () => {
      const order = till.newOrder();
      await till.prepay(order);
      expect(await till.channel.closeOrder(order)).toEqual({ kind: 'tooEarly' });
      till.world.advance(5 * minute);
      expect(await till.channel.closeOrder(order)).toEqual({ kind: 'closed' });
      expect(await till.channel.closeOrder(order)).toEqual({ kind: 'closed' });
      expect(await till.channel.queryOrder(order)).toEqual({ kind: 'closed' });
      expect(await till.channel.closeOrder(await till.paid())).toEqual({ kind: 'alreadyPaid' });
      expect(await till.channel.closeOrder(till.newOrder())).toEqual({ kind: 'unknown' });
    });

    test('late answers are only late', async () => {
      const order = await till.paid();
      till.fault('pay.query', 'latency', { ms: 50 });
      till.fault('pay.closeOrder', 'latency', { ms: 50 });
      expect((await till.channel.queryOrder(order)).kind).toBe('paid');
      expect(await till.channel.closeOrder(order)).toEqual({ kind: 'alreadyPaid' });
    });

    test.each([
      ['error', 'closed'],
      ['throw', 'closed'],
      ['answer-lost', 'closed'],
    ])('closing, %s: unavailable, and again it is %s', async (kind, then) => {
      const order = till.newOrder();
      await till.prepay(order);
      till.world.advance(6 * minute);
      till.fault('pay.closeOrder', kind);
      expect((await till.channel.closeOrder(order)).kind).toBe('unavailable');
      expect((await till.channel.closeOrder(order)).kind).toBe(then);
    });
  });
});
