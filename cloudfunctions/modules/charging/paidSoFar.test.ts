import { day, type Instant } from '../../../types/day';
import { fen, noFen } from '../../../types/money';
import { type Journal, linesForBill, linesForPayment, linesForRefund } from '../ledger';
import { paidSoFar } from './paidSoFar';

const journal = (kind: Journal['kind'], on: string, lines: Journal['lines']): Journal => ({
  _id: `${kind}·${on}`,
  version: 1,
  communityId: 'c1',
  kind,
  at: 0 as Instant,
  day: day(on),
  source: 'x/y',
  lines,
});
const place = { channel: 'wechat' as const, orderId: 'o1' };
const billed = linesForBill({
  homeId: 'h1',
  billId: 'b1',
  partyId: 'wang',
  purpose: 'propertyFee',
  lines: [{ no: 1, amount: fen(700) }],
});
const paid = linesForPayment({
  homeId: 'h1',
  partyId: 'wang',
  place,
  credits: [
    { billId: 'b1', line: 1, amount: fen(500) },
    { billId: 'b1', line: 'lateFee', amount: fen(7) },
    { billId: 'b2', line: 1, amount: fen(90) },
  ],
  toPrepaid: noFen,
});
const back = linesForRefund({
  homeId: 'h1',
  partyId: 'wang',
  orderId: 'o1',
  refundId: 'r1',
  credits: [{ billId: 'b1', line: 1, amount: fen(200) }],
  fromPrepaid: noFen,
});

test('what was paid of a bill, by day and line, refunds taken off, its own billing left out', () => {
  const so = paidSoFar('b1', [
    journal('bill', '2026-10-01', billed),
    journal('refund', '2026-11-12', back),
    journal('payment', '2026-11-10', paid),
  ]);
  expect(so.credits).toEqual([
    { on: '2026-11-10', amount: 500 },
    { on: '2026-11-12', amount: -200 },
  ]);
  expect([...so.byLine]).toEqual([[1, 300]]);
  expect(so.lateFeePaid).toBe(7);
});
