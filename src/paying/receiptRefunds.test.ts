import type { PaidLine, ReceiptRefund } from '../../types/contract/payments';
import { fen } from '../../types/money';
import { isAllBack, purses, refundFacts, returnedBills, returnedFact } from './receiptRefunds';
import { receipt } from './testing';

const october = '物业费-2026-10';
const paidLine = (billId: string, line: PaidLine['line'], money: number, more: Partial<PaidLine> = {}) => ({
  billId,
  line,
  money: fen(money),
  prepaid: fen(0),
  vouchers: fen(0),
  ...more,
});
const refund = (lines: readonly PaidLine[], state: ReceiptRefund['state'] = 'done'): ReceiptRefund => ({
  refundId: 'r1',
  amount: fen(5_000),
  fromPrepaid: fen(0),
  state,
  at: 0,
  reason: '多缴',
  lines,
});
const partly = {
  ...receipt,
  left: [paidLine(october, 1, 46_808), paidLine('水费-2026-09', 1, 6_960)],
  refunds: [refund([paidLine(october, 1, 5_000, { vouchers: fen(2_000) })])],
};

test('under each bill of which something went back stands what is left, and under no other', () => {
  const bills = returnedBills(partly, 2026);
  expect(bills.map(returnedFact)).toEqual([{ name: '10月 已退 ¥70.00', value: '还剩 ¥468.08' }]);
  expect(bills[0]).toMatchObject({ billId: october, itemName: '物业费' });
});

test('the only bill of its item needs no period', () => {
  const water = { ...receipt, left: [], refunds: [refund([paidLine('水费-2026-09', 1, 6_960)])] };
  expect(returnedBills(water, 2026).map(returnedFact)).toEqual([{ name: '已退 ¥69.60', value: '全部退完' }]);
});

test('several refunds of a bill add up; what has not arrived is on its way', () => {
  const again = {
    ...partly,
    left: [],
    refunds: [...partly.refunds, refund([paidLine(october, 1, 46_808)], 'stuck')],
  };
  expect(returnedBills(again, 2026).map(returnedFact)).toEqual([
    { name: '10月 退款中 ¥538.08', value: '全部退完' },
  ]);
});

test('a refund says bill and line, and what went back to which purse', () => {
  const [first] = partly.refunds;
  if (!first) throw new Error('no refund');
  expect(refundFacts(first, partly, 2026)).toEqual([
    { name: '物业费 10月 付款', value: '¥50.00' },
    { name: '物业费 10月 抵扣券', value: '¥20.00' },
  ]);
  const lines = [
    paidLine(october, 2, 0, { prepaid: fen(300) }),
    paidLine(october, 'lateFee', 100),
    paidLine('gone', 1, 1),
  ];
  const several = { ...partly, left: [paidLine(october, 1, 1)], refunds: [refund(lines)] };
  expect(refundFacts(refund(lines), several, 2026)).toEqual([
    { name: '物业费 10月 第 2 项 预存', value: '¥3.00' },
    { name: '物业费 10月 违约金 付款', value: '¥1.00' },
    { name: '账单 付款', value: '¥0.01' },
  ]);
});

test('all is back once nothing is left of bills or prepayment', () => {
  expect(isAllBack({ ...partly, left: [] })).toBe(true);
  expect(isAllBack(partly)).toBe(false);
  const prepaid = { ...partly, left: [], toPrepaid: fen(5_000) };
  // Money that came twice goes back without a line, and is none of the prepayment.
  expect(isAllBack({ ...prepaid, refunds: [refund([])] })).toBe(false);
  expect(isAllBack({ ...prepaid, refunds: [{ ...refund([]), fromPrepaid: fen(5_000) }] })).toBe(true);
  expect(isAllBack(receipt)).toBe(false);
  expect(purses(paidLine(october, 1, 1, { prepaid: fen(2), vouchers: fen(3) }))).toBe(6);
});
