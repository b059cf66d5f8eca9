import { blindVersionCheck } from './stage/blindCheck';
import { stageEnvironment } from './stage/stageCloud';
import { simulate } from './tickets/simulate';

jest.setTimeout(300_000);

function simulateRules(options: { readonly seed: number; readonly steps: number }) {
  // The product is read once the SDK's environment stands.
  Object.assign(process.env, stageEnvironment);
  return (require('./tickets/rules/simulateRules') as RulesModule).simulateRules(options);
}

type RulesModule = typeof import('./tickets/rules/simulateRules');

/** The gate's small part of `npm run simulate:tickets`; docs/simulation.md says which seeds ran at length. */
describe('a community that reports', () => {
  // The whole product is read here, not on some test's time.
  beforeAll(() => simulate({ seed: 1, steps: 1 }));

  test('keeps every promise through the real SDK', async () => {
    const { steps, violations, tally } = await simulate({ seed: 21, steps: 1500 });
    expect(violations).toEqual([]);
    expect(steps).toBeGreaterThanOrEqual(1500);
    // A life that thins out proves little: people report, and most of it is worked on to its end or answered.
    const { finish = 0, answer = 0, accept = 0, cancel = 0 } = tally.moves;
    expect(finish).toBeGreaterThanOrEqual(10);
    expect(accept).toBeGreaterThanOrEqual(15);
    expect(answer).toBeGreaterThanOrEqual(3);
    expect(finish + answer).toBeGreaterThan(cancel);
    expect(tally.of.linkedTask).toBeGreaterThanOrEqual(5);
    expect(tally.of.revisits).toBeGreaterThan(0);
    expect(tally.of.ratedByPhone).toBeGreaterThan(0);
    expect(tally.otherSteps.escalated).toBeGreaterThanOrEqual(10);
    // WeChat's verdicts on files come in by its push.
    expect(tally.of.filesPassed).toBeGreaterThan(0);
    expect(tally.of.filesRefused).toBeGreaterThan(0);
  });

  test('keeps every promise over the rules and documents in memory', () => {
    const { violations, counts } = simulateRules({ seed: 5, steps: 6000 });
    expect(violations).toEqual([]);
    expect(counts.tickets).toBeGreaterThan(20);
    expect(counts.conflicts).toBeGreaterThan(20);
  });

  test('lives the same life again with the same seed', async () => {
    const [first, again] = [await simulate({ seed: 4, steps: 100 }), await simulate({ seed: 4, steps: 100 })];
    expect(again.digest).toBe(first.digest);
    expect(again.tally).toEqual(first.tally);
    expect(simulateRules({ seed: 4, steps: 500 })).toEqual(simulateRules({ seed: 4, steps: 500 }));
  });

  test('would be found out if a commit did not compare versions', async () => {
    let found = 0;
    for (let seed = 7; found === 0 && seed <= 14; seed += 1) {
      const { violations } = await simulate({ seed, steps: 400, distort: blindVersionCheck() });
      found += violations.length;
    }
    expect(found).toBeGreaterThan(0);
  });
});
