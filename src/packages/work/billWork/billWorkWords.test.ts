import { billStates } from '../../../../types/charge';
import type { BillLineView } from '../../../../types/contract/charging';
import { fen } from '../../../../types/money';
import { adjustableLines, adjustProblem, isMovable } from './billWorkWords';

test('drafts and closed bills are not moved', () => {
  expect(billStates.filter((state) => isMovable({ state }))).toEqual([
    'published',
    'questioned',
    'partlyPaid',
    'paid',
  ]);
});

test('only charges are put right', () => {
  const lines = (['charge', 'reduction', 'adjustment'] as const).map(
    (kind, index) => ({ kind, no: index + 1 }) as BillLineView,
  );
  expect(adjustableLines({ lines }).map(({ no }) => no)).toEqual([1]);
});

test('no bill is made smaller than nothing, and the way to nothing is said', () => {
  const whole = fen(30_000);
  expect(adjustProblem('300.01', 'less', whole)).toBe('最多减 ¥300.00，整笔不要缴请用作废');
  expect(adjustProblem('300', 'less', whole)).toBeUndefined();
  expect(adjustProblem('300.01', 'more', whole)).toBeUndefined();
  expect(adjustProblem('1.234', 'less', whole)).toContain('最多两位小数');
});
