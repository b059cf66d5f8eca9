import { simulate } from './payments/simulate';
import { blindVersionCheck } from './stage/blindCheck';

jest.setTimeout(180_000);

/** The gate's small part of `npm run simulate:payments`; docs/simulation.md says which seeds ran at length. */
describe('a community that pays', () => {
  // The whole product is read here, not on some test's time.
  beforeAll(() => simulate({ seed: 1, steps: 1 }));

  test.each([
    [1, 'cloudPay', 'wxPayApi unifiedOrder'],
    [2, 'the merchant API', 'POST /v3/pay/transactions/jsapi'],
  ])('keeps every law: seed %i, paid through %s', async (seed, _channel, order) => {
    const { steps, violations, trace } = await simulate({ seed, steps: 1500 });
    expect(violations).toEqual([]);
    expect(steps).toBeGreaterThanOrEqual(1500);
    expect(trace.about([order]).length).toBeGreaterThan(3);
  });

  test('lives the same life again with the same seed', async () => {
    const [first, again] = [await simulate({ seed: 4, steps: 300 }), await simulate({ seed: 4, steps: 300 })];
    expect(again.digest).toBe(first.digest);
    expect(again.counts).toEqual(first.counts);
  });

  test('would be found out if a commit did not compare versions', async () => {
    let found = 0;
    for (let seed = 12; found === 0 && seed <= 19; seed += 1) {
      const { violations } = await simulate({ seed, steps: 1500, distort: blindVersionCheck() });
      found += violations.length;
    }
    expect(found).toBeGreaterThan(0);
  });
});
