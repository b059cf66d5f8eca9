import { fen } from '../../../../types/money';
import { invoiceAmount, invoiceSteps } from './invoiceWords';

const now = Date.parse('2026-11-16T14:36:00+08:00');

test.each([
  ['asked', ['财务开具', '已申请'], ['next', 'now']],
  ['issued', ['已开具', '已申请'], ['now', 'done']],
  ['toBeRedFlushed', ['有退款，财务正在冲红这张发票', '已开具', '已申请'], ['now', 'done', 'done']],
  ['redFlushed', ['已冲红，这张发票不再有效', '已开具', '已申请'], ['now', 'done', 'done']],
] as const)('%s', (state, titles, states) => {
  const steps = invoiceSteps({ state, askedAt: now }, now);
  expect(steps.map(({ title }) => title)).toEqual(titles);
  expect(steps.map((step) => step.state)).toEqual(states);
});

test('an invoice is for what is left of money and prepayment, without vouchers', () => {
  const line = { billId: 'b', line: 1, money: fen(100), prepaid: fen(20), vouchers: fen(3) };
  expect(invoiceAmount({ left: [line, { ...line, line: 2 }] })).toBe(240);
  expect(invoiceAmount({ left: [] })).toBe(0);
});
