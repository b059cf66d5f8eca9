import { simulate } from './payments/simulate';
import { blindVersionCheck } from './stage/blindCheck';

jest.setTimeout(180_000);

/** The gate's small part of `npm run simulate:payments`; docs/simulation.md says which seeds ran at length. */
describe('a community that pays', () => {
  test.each([1, 2, 3])('keeps every law: seed %i', async (seed) => {
    const { steps, violations } = await simulate({ seed, steps: 2000 });
    expect(violations).toEqual([]);
    expect(steps).toBeGreaterThanOrEqual(2000);
  });

  test('lives the same life again with the same seed', async () => {
    const [first, again] = [await simulate({ seed: 4, steps: 500 }), await simulate({ seed: 4, steps: 500 })];
    expect(again.digest).toBe(first.digest);
    expect(again.counts).toEqual(first.counts);
  });

  test('would be found out if a commit did not compare versions', async () => {
    const found = [];
    for (const seed of [1, 2, 3, 4]) {
      const { violations } = await simulate({ seed, steps: 3000, distort: blindVersionCheck() });
      if (violations.length > 0) found.push(seed);
    }
    expect(found.length).toBeGreaterThan(0);
  });
});
