import { stageEnvironment } from '../simulation/stage/stageCloud';
import { simulate } from '../simulation/tickets/simulate';

jest.setTimeout(60 * 60_000);

type RulesModule = typeof import('../simulation/tickets/rules/simulateRules');

/** 200,000 steps, a tenth of them through the real SDK; docs/simulation.md lists what has been run beyond that. */
describe('a community that reports for a long time', () => {
  test('keeps every promise through the real SDK', async () => {
    const { steps, violations, tally } = await simulate({ seed: 1101, steps: 20_000 });
    expect(violations).toEqual([]);
    expect(tally.of.filesPassed).toBeGreaterThan(5);
    expect(tally.of.filesRefused).toBeGreaterThan(0);
    expect(tally.moves.finish).toBeGreaterThan(30);
    expect(tally.of.revisits).toBeGreaterThan(0);
    expect(tally.of.ratedByPhone).toBeGreaterThan(2);
    expect(tally.otherSteps.ratingGivenUp).toBeGreaterThan(0);
    expect(tally.of.linkedTask).toBeGreaterThan(20);
    expect(steps).toBeGreaterThanOrEqual(20_000);
  });

  test('keeps every promise over the rules and documents in memory', () => {
    Object.assign(process.env, stageEnvironment);
    const { simulateRules } = require('../simulation/tickets/rules/simulateRules') as RulesModule;
    const { steps, violations } = simulateRules({ seed: 1101, steps: 180_000 });
    expect(violations).toEqual([]);
    expect(steps).toBe(180_000);
  });
});
