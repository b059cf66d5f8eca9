import { simulate } from '../simulation/payments/simulate';
import { sabotagesOfBooks } from '../simulation/sabotage/books';
import type { Sabotage } from '../simulation/sabotage/load';
import { sabotagesOfRoads } from '../simulation/sabotage/roads';

jest.setTimeout(10 * 60_000);

/** What one sabotage may take: so many seeds, so many steps of each. */
const seeds = 12;
const steps = 4000;

/** The first law that is broken. */
async function foundOut({ commit, seed: first }: Sabotage) {
  commit();
  for (let nth = 0; nth < seeds; nth += 1) {
    const result = await simulate({ seed: first + 2 * nth, steps });
    const [violation] = result.violations;
    if (violation) return violation.law;
  }
  return undefined;
}

/** Each invariant is worth what it finds: the product is broken in one function, and a law must say so within the budget. */
describe('the laws find out when', () => {
  // The whole product is read here, not on some test's time.
  beforeAll(() => simulate({ seed: 1, steps: 1 }));
  afterEach(() => jest.restoreAllMocks());

  test.each([...sabotagesOfBooks, ...sabotagesOfRoads])('$what', async (sabotage) => {
    expect(sabotage.laws).toContain(await foundOut(sabotage));
  });
});
