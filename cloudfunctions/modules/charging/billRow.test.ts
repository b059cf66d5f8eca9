import { day } from '../../../types/day';
import { fen, quantity, rate } from '../../../types/money';
import type { Bill } from './bill';
import { rowMath } from './billRow';

const about = { range: { from: day('2026-10-01'), to: day('2026-10-31') }, basis: '合同' };
const charge = {
  ...about,
  no: 1,
  kind: 'charge',
  text: '电费 第1档',
  price: rate(5380, 4),
  quantity: quantity(2_910, 1),
  unit: '度',
  amount: fen(15_656),
} as const;
const off = {
  ...about,
  no: 2,
  kind: 'reduction',
  against: 1,
  text: '减免',
  permille: 900,
  amount: fen(-1_566),
} as const;
const reading = (serial: string, value: number) => ({ day: day('2026-11-01'), serial, value });
const position = (serial: string) => ({
  reading: reading(serial, 12_910),
  cycleStart: day('2026-01-01'),
  usedInCycle: 2_910,
});
const row = (bill: Partial<Bill>) => rowMath({ lines: [charge, off], ...bill } as Bill);

test('a row says price, quantity and what is taken off, without days and basis', () => {
  const { no, text, amount, price, quantity: used, unit } = charge;
  expect(row({})).toEqual({
    lines: [
      { no, text, amount, price, quantity: used, unit },
      { no: 2, text: '减免', amount: -1_566, permille: 900 },
    ],
  });
});

test("the meter's two readings in the meter's decimals; where it was replaced, the new one's only", () => {
  const to = { to: quantity(12_910, 1), readOn: '2026-11-01' };
  expect(row({ position: position('E1'), beganAt: reading('E1', 10_000) }).meter).toEqual({
    from: quantity(10_000, 1),
    ...to,
  });
  expect(row({ position: position('E2'), beganAt: reading('E1', 10_000) }).meter).toEqual(to);
  expect(row({ position: position('E2') }).meter).toEqual(to);
});
