import fc from 'fast-check';
import { day, type Instant, month } from '../../../types/day';
import { fen, negativeFen } from '../../../types/money';
import type { Journal, JournalLine } from '../ledger';
import {
  collectionOf,
  counted,
  lastBilledMonth,
  noSums,
  permilleOf,
  type Sums,
  trialBalanceOf,
} from './totals';

const buildingOf = (homeId: string) => `${homeId.slice(1, 2)}栋`;
let number = 0;

function journal(kind: Journal['kind'], lines: readonly JournalLine[], on = '2026-11-10'): Journal {
  number += 1;
  return {
    _id: `${kind}·${String(number).padStart(6, '0')}`,
    version: 1,
    communityId: 'yunqi',
    kind,
    at: number as Instant,
    postedAt: number as Instant,
    day: day(on),
    source: 'test/1',
    lines,
  };
}

const billed = (homeId: string, billId: string, amount: number) =>
  journal('bill', [
    { account: 'receivable', homeId, billId, lineNo: 1, amount: fen(amount) },
    { account: 'propertyFee', homeId, billId, amount: fen(-amount) },
  ]);
const paid = (homeId: string, billId: string, amount: number, cashHolder?: string) =>
  journal('payment', [
    cashHolder
      ? { account: 'cashInHand', holder: cashHolder, orderId: 'N1', amount: fen(amount) }
      : { account: 'wechatPay', orderId: 'N1', amount: fen(amount) },
    { account: 'receivable', homeId, billId, lineNo: 1, orderId: 'N1', amount: fen(-amount) },
  ]);

test('collection by building is what was billed for the month and paid of it', () => {
  const sums = counted(
    noSums,
    [
      billed('h1-101', 'a1·2026-11·1', 10_000),
      billed('h1-102', 'a2·2026-11·1', 5_000),
      billed('h2-101', 'a3·2026-11·1', 7_000),
      billed('h2-101', 'a3·2026-10·1', 900),
      paid('h1-101', 'a1·2026-11·1', 10_000),
      paid('h2-101', 'a3·2026-11·1', 2_333, 's1'),
    ],
    buildingOf,
  );
  expect(collectionOf(sums, month('2026-11'))).toEqual({
    billed: 22_000,
    paid: 12_333,
    permille: 560,
    buildings: [
      { building: '1栋', billed: 15_000, paid: 10_000, permille: 666 },
      { building: '2栋', billed: 7_000, paid: 2_333, permille: 333 },
    ],
  });
  expect(sums.cash).toEqual([{ holder: 's1', amount: 2_333 }]);
  expect(sums.received).toContainEqual({ day: '2026-11-10', channel: 'wechat', amount: 10_000, count: 1 });
  expect(trialBalanceOf(sums)).toBe(0);
});

test('a void takes back what was billed, a refund what was paid', () => {
  const bill = billed('h1-101', 'a1·2026-11·1', 10_000);
  const back = (one: Journal, kind: Journal['kind']) =>
    journal(
      kind,
      one.lines.map((line) => ({ ...line, amount: negativeFen(line.amount) })),
    );
  const pay = paid('h1-101', 'a1·2026-11·1', 10_000);
  const refunded = counted(noSums, [bill, pay, back(pay, 'refund')], buildingOf);
  expect(collectionOf(refunded, month('2026-11'))).toMatchObject({ billed: 10_000, paid: 0, permille: 0 });
  const voided = counted(refunded, [back(bill, 'billVoid')], buildingOf);
  expect(collectionOf(voided, month('2026-11'))).toMatchObject({ billed: 0, paid: 0 });
});

test('the last billed month; one that was voided whole is none', () => {
  expect(lastBilledMonth(noSums)).toBeUndefined();
  const bill = billed('h1-101', 'a1·2026-10·1', 100);
  const later = billed('h1-101', 'a1·2026-11·1', 100);
  const back = journal(
    'billVoid',
    later.lines.map((line) => ({ ...line, amount: negativeFen(line.amount) })),
  );
  expect(lastBilledMonth(counted(noSums, [bill, later], buildingOf))).toBe('2026-11');
  expect(lastBilledMonth(counted(noSums, [bill, later, back], buildingOf))).toBe('2026-10');
});

test('a fen that is missing is never rounded away', () => {
  expect(permilleOf(fen(999_999), fen(1_000_000))).toBe(999);
  expect(permilleOf(fen(1_000_000), fen(1_000_000))).toBe(1000);
});

test('whatever the portions, the sums are the same and balance', () => {
  const move = fc.record({
    isPayment: fc.boolean(),
    home: fc.integer({ min: 1, max: 4 }),
    amount: fc.integer({ min: 1, max: 99_999 }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 25 }), fc.integer({ min: 1, max: 7 }), (moves, portion) => {
      const journals = moves.map(({ isPayment, home, amount }) =>
        (isPayment ? paid : billed)(`h${home}`, `a${home}·2026-11·1`, amount),
      );
      const atOnce = counted(noSums, journals, buildingOf);
      let bit: Sums = noSums;
      for (let from = 0; from < journals.length; from += portion)
        bit = counted(bit, journals.slice(from, from + portion), buildingOf);
      expect(bit).toEqual(atOnce);
      expect(trialBalanceOf(atOnce)).toBe(0);
    }),
    { seed: 20261123, numRuns: 100 },
  );
});

test('what is older than the desk shows is let go', () => {
  const days = Array.from({ length: 70 }, (_, index) =>
    journal(
      'payment',
      [
        { account: 'bank', orderId: 'N1', amount: fen(1) },
        { account: 'prepaid', orderId: 'N1', amount: fen(-1) },
      ],
      `2026-${String(1 + Math.floor(index / 28)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    ),
  );
  expect(counted(noSums, days, buildingOf).received).toHaveLength(62);
});

test('progress by day leaves out what the old books said, and keeps three months', () => {
  const opening = { ...billed('h1-101', 'a1·2026-10·1', 500), kind: 'opening' as const };
  const months = ['2026-07', '2026-08', '2026-09', '2026-10'].map((of) =>
    billed('h1-101', `a1·${of}·1`, 1_000),
  );
  const { progress } = counted(noSums, [opening, ...months, paid('h1-101', 'a1·2026-10·1', 400)], buildingOf);
  expect(progress).toEqual([
    { month: '2026-08', day: '2026-11-10', billed: 1_000, paid: 0 },
    { month: '2026-09', day: '2026-11-10', billed: 1_000, paid: 0 },
    { month: '2026-10', day: '2026-11-10', billed: 1_000, paid: 400 },
  ]);
});
