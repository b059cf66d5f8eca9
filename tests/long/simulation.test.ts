import { simulate } from '../simulation/payments/simulate';

jest.setTimeout(30 * 60_000);

/** 100,000 steps; docs/simulation.md lists what has been run beyond that. */
test.each(Array.from({ length: 10 }, (_, index) => 1001 + index))(
  'a year of seed %i keeps every law',
  async (seed) => {
    const { violations } = await simulate({ seed, steps: 10_000 });
    expect(violations).toEqual([]);
  },
);
