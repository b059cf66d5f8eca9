import type { BillRow } from '../../../types/contract/charging';
import { day, month } from '../../../types/day';
import { fen, quantity, rate } from '../../../types/money';
import { formatPeriod, period } from '../../../types/period';
import {
  billChip,
  dueOnWords,
  isPayable,
  lineMath,
  lineWords,
  meterWords,
  outstandingOf,
  priceWords,
} from './billWords';

const bill: BillRow = {
  billId: 'b',
  homeId: 'h',
  itemName: '物业费',
  purpose: 'propertyFee',
  period: period(month('2026-11'), 1),
  amount: fen(53808),
  outstanding: fen(53808),
  lateFee: fen(0),
  dueOn: day('2026-11-30'),
  isOverdue: false,
  state: 'published',
};

test('prices keep what they need, and two decimals at the least', () => {
  expect(priceWords(rate(380, 2))).toBe('3.80');
  expect(priceWords(rate(5380, 4))).toBe('0.538');
  expect(priceWords(rate(3, 0))).toBe('3.00');
});

test('how an amount came about', () => {
  const square = { price: rate(380, 2), quantity: quantity(14160, 2), unit: 'm²' };
  expect(lineMath({ ...square, duration: { months: 1 } })).toBe('3.80 元/m² × 141.6 m²');
  expect(lineMath({ ...square, duration: { months: 3 }, permille: 700 })).toBe(
    '3.80 元/m² × 141.6 m² × 3 个月 × 70%',
  );
  expect(lineMath({ ...square, duration: { days: 17, ofDays: 31 } })).toBe(
    '3.80 元/m² × 141.6 m² × 17/31 月',
  );
  expect(lineMath({ price: rate(20000, 2) })).toBe('200.00 元');
  expect(lineMath({ price: rate(240, 2), quantity: quantity(17, 0), unit: 'm3' })).toBe('2.40 元/m³ × 17 m³');
  expect(lineMath({})).toBeUndefined();
});

test('an open bill has a chip only when it is overdue', () => {
  expect(billChip(bill)).toBeUndefined();
  expect(billChip({ ...bill, isOverdue: true })).toEqual({ text: '已逾期', tone: 'bad' });
  expect(billChip({ ...bill, state: 'questioned' })).toEqual({ text: '有疑问', tone: 'warn' });
});

test('until when, and that there is a late fee', () => {
  expect(dueOnWords(bill, day('2026-11-16'))).toBe('11月30日前缴清');
  const late = { ...bill, isOverdue: true };
  expect(dueOnWords(late, day('2026-12-05'))).toBe('11月30日已到期');
  expect(dueOnWords({ ...late, lateFee: fen(100) }, day('2026-12-05'))).toBe('11月30日已到期，另有违约金');
});

test('what is questioned is not payable, nor counted', () => {
  expect(isPayable({ state: 'questioned' })).toBe(false);
  expect(outstandingOf([bill, { ...bill, state: 'questioned' }, { ...bill, state: 'partlyPaid' }])).toBe(
    107616,
  );
});

test('a line within its card does not repeat the card: tier, price and quantity', () => {
  const line = { no: 1, amount: fen(11_298), price: rate(5380, 4), quantity: quantity(210, 0), unit: '度' };
  expect(lineWords({ ...line, text: '电费 第1档' }, { ...bill, itemName: '电费' })).toBe(
    '第1档 0.538 元/度 × 210 度',
  );
  expect(lineWords({ ...line, text: '电费' }, { ...bill, itemName: '电费' })).toBe('0.538 元/度 × 210 度');
  expect(lineWords({ no: 2, amount: fen(-100), text: '空置折扣', permille: 700 }, bill)).toBe('空置折扣');
});

test('what the old books left owing does not repeat its period', () => {
  const text = `物业费 ${formatPeriod(bill.period)} 期初欠费`;
  const line = { no: 1, amount: fen(53_808), price: rate(53_808, 2), quantity: quantity(1, 0), unit: '笔' };
  expect(lineWords({ ...line, text }, bill)).toBe('期初欠费 538.08 元/笔 × 1 笔');
});

test('what the meter showed, and when it was read', () => {
  const span = { from: quantity(1_286, 0), to: quantity(1_310_000, 0), readOn: day('2026-10-31') };
  expect(meterWords(span, day('2026-11-12'))).toBe('表数 1,286 → 1,310,000，10月31日抄表');
  expect(meterWords({ to: quantity(3_105, 1), readOn: day('2026-10-31') }, day('2026-11-12'))).toBe(
    '表数 310.5，10月31日抄表',
  );
});
