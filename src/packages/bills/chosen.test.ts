import type { BillsDue } from '../../../types/contract/charging';
import type { PaidBill } from '../../../types/contract/payments';
import { fen } from '../../../types/money';
import { costOf, costOfAll, previewInput, toggled } from './chosen';

test('a bill is chosen and let go again', () => {
  const once = toggled(new Set(), 'a');
  expect([...once]).toEqual(['a']);
  expect([...toggled(once, 'a')]).toEqual([]);
});

test('only a choice is asked for: what all costs came with the bills, and an empty one costs nothing', () => {
  expect(previewInput('h', undefined)).toBeUndefined();
  expect(previewInput('', new Set(['a']))).toBeUndefined();
  expect(previewInput('h', new Set())).toBeUndefined();
  expect(previewInput('h', new Set(['b', 'a']))).toEqual({ homeId: 'h', billIds: ['a', 'b'] });
});

const due: BillsDue = {
  principal: fen(500),
  lateFee: fen(20),
  vouchers: fen(100),
  prepaid: fen(0),
  amount: fen(420),
};

test('what a choice costs is summed from its preview, what all costs is taken as it came', () => {
  const { principal: _sum, ...sums } = due;
  const bills = [300, 200].map((principal) => ({ principal: fen(principal) }) as PaidBill);
  const preview = { ...sums, homeId: 'h', bills };
  const ready = { kind: 'ready', at: 1 } as const;
  expect(costOf({ ...ready, value: preview })).toEqual({ ...ready, value: due });
  expect(costOfAll({ ...ready, value: { bills: [], due } })).toEqual({ ...ready, value: due });
  expect(costOfAll({ ...ready, value: { bills: [] } })).toEqual({ ...ready, value: undefined });
  expect(costOfAll({ kind: 'waiting' })).toEqual({ kind: 'waiting' });
});
