import { simulate } from '../simulation/payments/simulate';

jest.setTimeout(30 * 60_000);

/** 100,000 steps; docs/simulation.md lists what has been run beyond that. */
describe('a community that pays for a long time', () => {
  const seen: Record<string, number> = {};

  test.each(Array.from({ length: 10 }, (_, index) => 1001 + index))(
    'keeps every law with seed %i',
    async (seed) => {
      const { violations, counts } = await simulate({ seed, steps: 10_000 });
      expect(violations).toEqual([]);
      for (const [what, times] of Object.entries(counts)) seen[what] = (seen[what] ?? 0) + times;
      if (counts['by cloudpay'] && counts['by wechatpay-v3'])
        seen['both roads'] = (seen['both roads'] ?? 0) + 1;
    },
  );

  test('and all of it has happened: finance has decided cases in each way, the road has changed', () => {
    for (const what of ['cases by credit', 'cases by refund', 'cases by explain', 'both roads'])
      expect({ what, times: seen[what] }).toEqual({ what, times: expect.any(Number) });
  });
});
