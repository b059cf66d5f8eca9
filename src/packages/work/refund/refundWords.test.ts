import type { BillLineView } from '../../../../types/contract/charging';
import type { PaidBill } from '../../../../types/contract/payments';
import { fen } from '../../../../types/money';
import { refundLinesOf, totalOf, wishesOf } from './refundWords';

const line = (no: number, kind: BillLineView['kind'] = 'charge') =>
  ({ no, kind, text: `第${no}项`, amount: fen(no * 100) }) as BillLineView;
const paid = { principal: fen(12_345), lateFee: fen(0) } as PaidBill;

test('a bill with one charge begins with all that was paid of it', () => {
  expect(refundLinesOf(paid, { lines: [line(1), line(2, 'adjustment')] })).toEqual([
    { line: 1, text: '第1项', start: '123.45' },
  ]);
});

test('several charges begin empty, the late fee is a line of its own', () => {
  const lines = refundLinesOf({ ...paid, lateFee: fen(5) }, { lines: [line(1), line(2)] });
  expect(lines).toEqual([
    { line: 1, text: '第1项 ¥1.00，', start: '' },
    { line: 2, text: '第2项 ¥2.00，', start: '' },
    { line: 'lateFee', text: '违约金', start: '' },
  ]);
});

test('what is typed is asked for; what is empty is not', () => {
  const typed = [
    { billId: 'b', line: 1, text: '1.5' },
    { billId: 'b', line: 2, text: ' ' },
  ];
  expect(wishesOf(typed)).toEqual([{ billId: 'b', line: 1, amount: 150 }]);
  expect(totalOf(wishesOf(typed) ?? [])).toBe(150);
});

test.each([['0'], ['-1'], ['1.234'], ['']])('%j asks for nothing', (text) => {
  expect(wishesOf([{ billId: 'b', line: 1, text }])).toBeUndefined();
});

test('one line that is no amount stops all', () => {
  expect(
    wishesOf([
      { billId: 'b', line: 1, text: '1' },
      { billId: 'b', line: 2, text: 'x' },
    ]),
  ).toBeUndefined();
});
