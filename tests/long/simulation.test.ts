import { simulate } from '../simulation/payments/simulate';

jest.setTimeout(30 * 60_000);

/** Ten shorter lives, and one in which finance decides in each way. */
const lives = [
  ...Array.from({ length: 10 }, (_, index) => [1001 + index, 10_000] as const),
  [7002, 20_000] as const,
];

/** 120,000 steps; docs/simulation.md lists what has been run beyond that. */
describe('a community that pays for a long time', () => {
  const seen: Record<string, number> = {};

  test.each(lives)('keeps every law with seed %i, %i steps', async (seed, steps) => {
    const { violations, counts } = await simulate({ seed, steps });
    expect(violations).toEqual([]);
    for (const [what, times] of Object.entries(counts)) seen[what] = (seen[what] ?? 0) + times;
    if (counts['by cloudpay'] && counts['by wechatpay-v3'])
      seen['both roads'] = (seen['both roads'] ?? 0) + 1;
  });

  test('and all of it has happened: finance has decided cases in each way, the road has changed', () => {
    for (const what of ['cases by credit', 'cases by refund', 'cases by explain', 'both roads'])
      expect({ what, times: seen[what] }).toEqual({ what, times: expect.any(Number) });
  });
});
