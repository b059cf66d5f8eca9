import type { BillLineView } from '../../../../types/contract/charging';
import type { PaidLine } from '../../../../types/contract/payments';
import { fen } from '../../../../types/money';
import { refundLinesOf, refundProblem, totalOf, wishesOf } from './refundWords';

const line = (no: number, kind: BillLineView['kind'] = 'charge') =>
  ({ no, kind, text: `第${no}档`, amount: fen(no * 100) }) as BillLineView;
const left = (no: PaidLine['line'], money: number, billId = 'b'): PaidLine => ({
  billId,
  line: no,
  money: fen(money),
  prepaid: fen(10),
  vouchers: fen(5),
});

test('a bill with one line left begins with all that is left of it, over all purses', () => {
  const lines = refundLinesOf([left(1, 12_330), left(1, 1, 'other')], {
    billId: 'b',
    lines: [line(1), line(2)],
  });
  expect(lines).toEqual([{ line: 1, text: '第1档', most: 12_345, start: '123.45' }]);
});

test('several lines begin empty, the late fee is a line of its own, one the bill has no more goes by its number', () => {
  const lines = refundLinesOf([left(1, 85), left(3, 185), left('lateFee', 0)], {
    billId: 'b',
    lines: [line(1)],
  });
  expect(lines).toEqual([
    { line: 1, text: '第1档', most: 100, start: '' },
    { line: 3, text: '第 3 项', most: 200, start: '' },
    { line: 'lateFee', text: '违约金', most: 15, start: '' },
  ]);
});

test('what is all back has no lines', () => {
  expect(refundLinesOf([left(1, 1, 'other')], { billId: 'b', lines: [line(1)] })).toEqual([]);
});

test.each([
  ['1.00', undefined],
  ['', undefined],
  ['1.01', '这一项最多退 ¥1.00'],
  ['x', '请填写金额，最多两位小数，例如 128.50'],
])('of at most ¥1.00, %j says %s', (text, problem) => {
  expect(refundProblem(text, fen(100))).toBe(problem);
});

const typedLine = (no: number, text: string) => ({ billId: 'b', line: no, text, most: fen(200) });

test('what is typed is asked for; what is empty is not', () => {
  const typed = [typedLine(1, '1.5'), typedLine(2, ' ')];
  expect(wishesOf(typed)).toEqual([{ billId: 'b', line: 1, amount: 150 }]);
  expect(totalOf(wishesOf(typed) ?? [])).toBe(150);
});

test.each(['0', '-1', '1.234', '', '2.01'])('%j asks for nothing', (text) => {
  expect(wishesOf([typedLine(1, text)])).toBeUndefined();
});

test('one line that is no amount stops all', () => {
  expect(wishesOf([typedLine(1, '1'), typedLine(2, 'x')])).toBeUndefined();
});
