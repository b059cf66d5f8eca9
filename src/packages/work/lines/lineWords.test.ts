import type { DeskLine } from '../../../../types/contract/desk';
import { fen } from '../../../../types/money';
import { lineWords } from './lineWords';

const now = Date.parse('2026-11-23T14:20:00+08:00');
const line: DeskLine = { lineId: 'l', at: now, text: '陈芳 微信支付', place: '3栋2单元1201', amount: fen(1) };

test('a payment has its moment', () => {
  expect(lineWords(line, 'receivedToday', now)).toBe('陈芳 微信支付 今天 14:20');
});

test('a bill has the day it is due on, and no hour', () => {
  const due = { ...line, text: '水费 未缴', at: Date.parse('2026-11-30T00:00:00+08:00') };
  expect(lineWords(due, 'building', now)).toBe('水费 未缴，11月30日到期');
  expect(lineWords(due, 'arrears', now)).toBe('水费 未缴，11月30日到期');
});

test('what is of no home has its title already', () => {
  const { place: _none, ...of } = line;
  expect(lineWords(of, 'account', now)).toBe('今天 14:20');
});
