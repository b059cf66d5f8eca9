import { billStates } from '../../../../types/charge';
import type { BillLineView } from '../../../../types/contract/charging';
import { adjustableLines, isMovable } from './billWorkWords';

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
