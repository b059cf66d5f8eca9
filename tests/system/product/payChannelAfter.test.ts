import type { BillOutcome } from '../../../cloudfunctions/platform/pay/port';
import { day } from '../../../types/day';
import { fen } from '../../../types/money';
import { hour, minute, Till } from './till';

jest.setTimeout(240_000);

/** Money that goes back, and the day's bill, on the real SDK against the simulated WeChat Pay. */
describe('cloudpay, afterwards', () => {
  let till: Till;

  beforeAll(async () => {
    till = await Till.open();
  });
  beforeEach(() => till.world.cloud.context.faults.clear());
  afterAll(() => till?.world.stop());

  describe('refunds', () => {
    test('accepted, processing, done; the order shows it', async () => {
      const order = await till.paid();
      const accepted = await till.channel.refund(till.refundOf(order));
      expect(accepted).toEqual({ kind: 'accepted', refundId: expect.stringMatching(/^\d+$/) });
      expect(await till.channel.refund(till.refundOf(order))).toEqual(accepted);
      expect(await till.channel.queryRefund(till.refundOf(order))).toEqual({ kind: 'processing' });
      expect(await till.channel.queryOrder(order)).toMatchObject({ kind: 'refunded', amount: 12_345 });
      await till.advance(10 * minute);
      expect(await till.channel.queryRefund(till.refundOf(order))).toMatchObject({
        kind: 'done',
        amount: 345,
        at: expect.any(Number),
      });
    });

    test('refusals by name', async () => {
      const order = await till.paid();
      await till.channel.refund(till.refundOf(order));
      expect(await till.channel.refund(till.refundOf(order, { amount: fen(346) }))).toEqual({
        kind: 'differs',
      });
      const rest = till.refundOf(order, { outRefundNo: `S${order.outTradeNo}`, amount: fen(12_001) });
      expect((await till.channel.refund(rest)).kind).toBe('notRefundable');
      expect((await till.channel.refund({ ...rest, amount: fen(12_000) })).kind).toBe('accepted');
      const more = { ...rest, outRefundNo: `T${order.outTradeNo}`, amount: fen(1) };
      expect((await till.channel.refund(more)).kind).toBe('notRefundable');
      expect((await till.channel.refund(till.refundOf(till.newOrder()))).kind).toBe('notRefundable');
      expect(await till.channel.queryRefund(till.refundOf(till.newOrder()))).toEqual({ kind: 'unknown' });
    });

    test('an empty account, and one that may not refund', async () => {
      const poor = '1900000111';
      const order = await till.paid({ merchantId: poor });
      const { control } = till.world.cloud.rooms.pay;
      control.withdraw(poor, 12_345);
      expect(await till.channel.refund(till.refundOf(order, { merchantId: poor }))).toEqual({
        kind: 'notEnoughFunds',
      });
      control.withdraw(poor, -12_345);
      control.setMerchant(poor, { mayRefund: false });
      expect((await till.channel.refund(till.refundOf(order, { merchantId: poor }))).kind).toBe('rejected');
    });

    test.each(['error', 'throw', 'answer-lost'])(
      '%s: unavailable; the same number again is accepted',
      async (kind) => {
        const order = await till.paid();
        till.fault('pay.refund', kind);
        expect((await till.channel.refund(till.refundOf(order))).kind).toBe('unavailable');
        expect((await till.channel.refund(till.refundOf(order))).kind).toBe('accepted');
      },
    );

    test.each([
      ['change', 'abnormal'],
      ['closed', 'closed'],
    ])('a refund that ends as %s', async (kind, outcome) => {
      const order = await till.paid();
      till.fault('pay.refund', kind);
      await till.channel.refund(till.refundOf(order));
      await till.advance(10 * minute);
      expect(await till.channel.queryRefund(till.refundOf(order))).toEqual({ kind: outcome });
    });

    test('slow or late: accepted all the same, done when it is done', async () => {
      till.fault('pay.refund', 'slow', { ms: hour });
      till.fault('pay.refund', 'latency', { ms: 50 });
      const order = await till.paid();
      expect((await till.channel.refund(till.refundOf(order))).kind).toBe('accepted');
      await till.advance(30 * minute);
      expect(await till.channel.queryRefund(till.refundOf(order))).toEqual({ kind: 'processing' });
      await till.advance(hour);
      expect(await till.channel.queryRefund(till.refundOf(order))).toMatchObject({ kind: 'done' });
    });

    test('accounts that answer a count and empty lists tell nothing', async () => {
      const order = await till.paid();
      await till.channel.refund(till.refundOf(order));
      const { control } = till.world.cloud.rooms.pay;
      control.setOptions({ refundQuery: 'empty' });
      expect(await till.channel.queryRefund(till.refundOf(order))).toEqual({ kind: 'notTold' });
      control.setOptions({ refundQuery: 'indexed' });
    });
  });

  describe('the bill', () => {
    const merchant = '1900000222';
    const download = (on: string): Promise<BillOutcome> =>
      till.channel.downloadBill({ merchantId: merchant, day: day(on) });

    test.each(['settlement', 'plain'])(
      'the day before, in %s columns: payments and refunds, to the fen',
      async (columns) => {
        till.world.cloud.rooms.pay.control.setOptions({ billColumns: columns });
        const today = new Date(till.now() + 8 * hour).toISOString().slice(0, 10);
        const order = await till.paid({ merchantId: merchant });
        const refund = till.refundOf(order, { merchantId: merchant });
        await till.channel.refund(refund);
        expect(await download(today)).toEqual({ kind: 'noBill' });
        await till.advance(Date.parse(`${today}T09:30:00+08:00`) + 24 * hour - till.now());
        expect(await download(today)).toEqual({ kind: 'notYet' });
        await till.advance(hour);
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
      till.fault('pay.downloadBill', kind);
      expect((await download('2026-11-10')).kind).toBe('unavailable');
    });

    test('late: it is only late', async () => {
      till.fault('pay.downloadBill', 'latency', { ms: 50 });
      expect(await download('2026-11-01')).toEqual({ kind: 'noBill' });
    });

    test('a day nobody paid, and one too long ago', async () => {
      expect(await download('2026-11-01')).toEqual({ kind: 'noBill' });
      expect((await download('2026-01-01')).kind).toBe('rejected');
    });
  });
});
