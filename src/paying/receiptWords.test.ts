import { fen, sumFen } from '../../types/money';
import {
  doneWords,
  lineAmount,
  paidWords,
  receiptFacts,
  receiptLines,
  refundWords,
  yearOfPayment,
} from './receiptWords';
import { paidBill, receipt } from './testing';

test('one line an item, what is taken off with a minus', () => {
  expect(receiptLines(receipt, 2026).map((line) => [line.name, lineAmount(line)])).toEqual([
    ['物业费 10月、11月', '¥1,076.16'],
    ['水费 9–10月', '¥69.60'],
    ['电费 10月', '¥158.84'],
    ['抵扣券', '−¥20.00'],
  ]);
});

test('the lines sum to what was paid', () => {
  const bills = [
    paidBill('物业费', '2026-10', 1000, { lateFee: fen(30), prepaid: fen(200), vouchers: fen(100) }),
  ];
  const of = { bills, toPrepaid: fen(500), amount: fen(1230) };
  const sum = sumFen(receiptLines(of, 2026).map(({ amount, isMinus }) => fen(isMinus ? -amount : amount)));
  expect(sum).toBe(of.amount);
});

test('a prepayment pays no bill', () => {
  expect(doneWords(receipt)).toBe('已缴清');
  expect(doneWords({ ...receipt, bills: [] })).toBe('已存入');
});

test('of a bill that still owes something nothing is said to be paid up', () => {
  const bills = [paidBill('物业费', '2026-10', 1000), paidBill('水费', '2026-10', 20, { isInPart: true })];
  expect(doneWords({ ...receipt, bills })).toBe('已缴一部分');
});

test('who and under which numbers; a counter names who took it', () => {
  const names = receiptFacts(receipt).map(({ name }) => name);
  expect(names).toEqual(['收款方', '付款人', '房屋', '收据号', '支付单号', '交易单号']);
  const { transactionId: _none, ...counter } = receipt;
  expect(receiptFacts({ ...counter, takenBy: '陈晓雯' }).map(({ value }) => value)).toContain('陈晓雯');
  expect(receiptFacts(receipt).at(-1)?.value).toBe('4200 0027 8120 2611 1614 3807 2159');
});

test('how and when, and what becomes of a refund', () => {
  const now = Date.parse('2026-11-16T15:00:00+08:00');
  expect(paidWords(receipt, now)).toBe('微信支付 今天 14:38');
  expect(yearOfPayment(Date.parse('2026-12-31T16:30:00Z'))).toBe(2027);
  const refund = { refundId: 'r', amount: fen(1), fromPrepaid: fen(0), at: 0, reason: '多缴', lines: [] };
  expect(refundWords({ ...refund, state: 'done' })).toBe('已退回：多缴');
  expect(refundWords({ ...refund, state: 'stuck' })).toContain('财务');
});
