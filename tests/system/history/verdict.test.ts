import type { Committed, Seen } from './bank';
import { faultsOf } from './verdict';

const accounts = ['a', 'b'];
const seen = (account: string, version: number, balance: number): Seen => ({ account, version, balance });

/** a pays b 10, b pays a 5, somebody looks in between. */
const good: Committed[] = [
  {
    by: 'first',
    reads: [seen('a', 0, 1000), seen('b', 0, 1000)],
    writes: [seen('a', 1, 990), seen('b', 1, 1010)],
  },
  { by: 'look', reads: [seen('a', 1, 990), seen('b', 1, 1010)], writes: [] },
  {
    by: 'second',
    reads: [seen('b', 1, 1010), seen('a', 1, 990)],
    writes: [seen('b', 2, 1005), seen('a', 2, 995)],
  },
];
const end = [seen('a', 2, 995), seen('b', 2, 1005)];

test('a serial history has no fault', () => {
  expect(faultsOf(good, accounts, end)).toEqual([]);
});

test.each<[string, RegExp, Committed[], Seen[]]>([
  [
    'a lost update',
    /lost update: first and twin both wrote a@1/,
    [good[0]!, { by: 'twin', reads: [seen('a', 0, 1000)], writes: [seen('a', 1, 900)] }],
    [seen('a', 1, 900), seen('b', 1, 1010)],
  ],
  [
    'a dirty read',
    /dirty read: look read 7 of a@1/,
    [good[0]!, { by: 'look', reads: [seen('a', 1, 7), seen('b', 1, 1993)], writes: [] }, good[2]!],
    end,
  ],
  [
    'a read of two different instants',
    /look sees 1990 in all|no serial order/,
    [good[0]!, { by: 'look', reads: [seen('a', 1, 990), seen('b', 0, 1000)], writes: [] }, good[2]!],
    end,
  ],
  ['money lost at the end', /the end sees 1999/, good, [seen('a', 2, 995), seen('b', 2, 1004)]],
  [
    'a committed write that is gone',
    /a lost what came after 1/,
    good,
    [seen('a', 1, 990), seen('b', 2, 1005)],
  ],
  ['a write that nobody acknowledged', /nobody who committed wrote a@1/, good.slice(2), end],
  [
    'a circle',
    /no serial order: a circle among 2/,
    [
      { by: 'x', reads: [seen('a', 0, 1000), seen('b', 0, 1000)], writes: [seen('a', 1, 1000)] },
      { by: 'y', reads: [seen('a', 0, 1000), seen('b', 0, 1000)], writes: [seen('b', 1, 1000)] },
    ],
    [seen('a', 1, 1000), seen('b', 1, 1000)],
  ],
])('%s is found', (_name, fault, history, last) => {
  expect(faultsOf(history, accounts, last).join('\n')).toMatch(fault);
});
