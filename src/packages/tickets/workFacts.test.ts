import type { Fen } from '../../../types/money';
import { workFacts } from './workFacts';

test('what was changed stands with what it costs', () => {
  const part = (name: string, quantity: number, price: number) => ({
    ...{ name, quantity, price: price as Fen, isOldReturned: true },
  });
  expect(workFacts({ materials: [] })).toEqual([]);
  expect(workFacts({ materials: [part('软管', 2, 1_250), part('角阀', 1, 3_000)] })).toEqual([
    { name: '换了什么', value: '软管 2\u00a0件，角阀 1\u00a0件' },
    { name: '材料费', value: '¥55.00' },
  ]);
  expect(workFacts({ materials: [part('垫片', 1, 0)] })[1]?.value).toBe('不收费');
});
