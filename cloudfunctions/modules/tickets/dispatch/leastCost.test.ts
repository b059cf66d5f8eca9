import fc from 'fast-check';
import { leastCostColumns } from './leastCost';

function exhaustive(costs: readonly number[][], row = 0, taken: ReadonlySet<number> = new Set()): number {
  const cost = costs[row];
  if (cost === undefined) return 0;
  return Math.min(
    ...cost.flatMap((one, column) =>
      taken.has(column) ? [] : [one + exhaustive(costs, row + 1, new Set([...taken, column]))],
    ),
  );
}

const matrices = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), more: fc.integer({ min: 0, max: 2 }) })
  .chain(({ rows, more }) =>
    fc.array(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: rows + more, maxLength: rows + more }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  );

it('sums up to what trying everything finds, and gives no column twice', () => {
  fc.assert(
    fc.property(matrices, (costs) => {
      const columns = leastCostColumns(costs.map((row) => Float64Array.from(row)));
      expect(new Set(columns).size).toBe(costs.length);
      const sum = costs.reduce((total, row, index) => total + row[columns[index]!]!, 0);
      expect(sum).toBe(exhaustive(costs));
    }),
    { seed: 5, numRuns: 200 },
  );
});

it('refuses fewer columns than rows', () => {
  expect(() => leastCostColumns([new Float64Array(1), new Float64Array(1)])).toThrow(RangeError);
});
