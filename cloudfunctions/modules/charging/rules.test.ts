import fc from 'fast-check';
import { billStates } from '../../../types/charge';
import { addDays, day } from '../../../types/day';
import { fen, noFen, rate } from '../../../types/money';
import { assignmentProblem } from './assignment';
import { billMoves, isOpen, moveBill } from './billState';
import { type LateFeeTerms, lateFeeOn } from './lateFee';
import { outlierOf } from './outlier';
import { cycleEnd, cycleStart, tariffProblem } from './tariff';
import { contract, ownersFee, zhejiang } from './testing/samples';

describe('late fee', () => {
  const terms: LateFeeTerms = { perMillionPerDay: 500, graceDays: 30, capPermille: 1000 };
  const owed = { amount: fen(100_000), dueOn: day('2026-01-25'), credits: [], lateFeePaid: noFen };

  test('is nothing without terms, before the due day and within grace', () => {
    expect(lateFeeOn(owed, undefined, day('2027-01-01'))).toBe(0);
    expect(lateFeeOn(owed, terms, day('2026-01-01'))).toBe(0);
    expect(lateFeeOn(owed, terms, day('2026-02-24'))).toBe(0);
  });

  test('is simple interest by day after grace: 1,000 元 × 万分之五 × 10 days = 5 元', () => {
    expect(lateFeeOn(owed, terms, day('2026-02-25'))).toBe(50);
    expect(lateFeeOn(owed, terms, day('2026-03-06'))).toBe(500);
  });

  test('falls with what was paid in between, and is not charged twice', () => {
    const credits = [{ on: day('2026-03-06'), amount: fen(60_000) }];
    expect(lateFeeOn({ ...owed, credits }, terms, day('2026-03-16'))).toBe(700);
    expect(lateFeeOn({ ...owed, credits, lateFeePaid: fen(500) }, terms, day('2026-03-16'))).toBe(200);
  });

  test('stops at its cap', () => {
    expect(lateFeeOn(owed, { ...terms, capPermille: 3 }, day('2030-01-01'))).toBe(300);
    expect(lateFeeOn(owed, terms, day('2040-01-01'))).toBe(100_000);
  });

  test('never is negative and never falls while nothing is paid', () => {
    const days = fc.integer({ min: -50, max: 3000 });
    fc.assert(
      fc.property(fc.nat(10_000_000), days, fc.nat(50), fc.nat(9_000_000), (amount, after, more, paid) => {
        const some = {
          ...owed,
          amount: fen(amount),
          credits: [{ on: day('2026-01-20'), amount: fen(paid) }],
        };
        const now = lateFeeOn(some, terms, addDays(owed.dueOn, after));
        expect(now).toBeGreaterThanOrEqual(0);
        expect(lateFeeOn(some, terms, addDays(owed.dueOn, after + more))).toBeGreaterThanOrEqual(now);
      }),
      { seed: 20260107, numRuns: 300 },
    );
  });
});

describe('the moves of a bill', () => {
  const unpaid = { amount: fen(100), credited: noFen };

  test('money decides between published, partly paid and paid', () => {
    expect(moveBill('draft', 'publish', 'system', unpaid)).toEqual({ kind: 'moved', state: 'published' });
    const part = { amount: fen(100), credited: fen(1) };
    expect(moveBill('published', 'credit', 'system', part)).toEqual({ kind: 'moved', state: 'partlyPaid' });
    const all = { amount: fen(100), credited: fen(100) };
    expect(moveBill('questioned', 'credit', 'system', all)).toEqual({ kind: 'moved', state: 'paid' });
    expect(moveBill('paid', 'uncredit', 'system', unpaid)).toEqual({ kind: 'moved', state: 'published' });
    const nothing = { amount: noFen, credited: noFen };
    expect(moveBill('draft', 'publish', 'finance', nothing)).toEqual({ kind: 'moved', state: 'paid' });
  });

  test('W24: nothing is credited twice: above its amount, or once it is paid, money is refused', () => {
    const over = { amount: fen(100), credited: fen(101) };
    expect(moveBill('published', 'credit', 'system', over)).toEqual({
      kind: 'refused',
      reason: 'overCredited',
    });
    expect(moveBill('paid', 'credit', 'system', over)).toEqual({ kind: 'refused', reason: 'notFromHere' });
  });

  test('a bill that carries money is not voided or reissued', () => {
    const part = { amount: fen(100), credited: fen(1) };
    expect(moveBill('questioned', 'void', 'finance', part)).toEqual({
      kind: 'refused',
      reason: 'alreadyPaid',
    });
    expect(moveBill('questioned', 'reissue', 'finance', part)).toEqual({
      kind: 'refused',
      reason: 'alreadyPaid',
    });
  });

  test('every state, move and mover: only what the table lists', () => {
    const movers = ['finance', 'customerService', 'resident', 'system'] as const;
    for (const [move, rule] of Object.entries(billMoves)) {
      for (const state of billStates) {
        for (const mover of movers) {
          const moved = moveBill(state, move as keyof typeof billMoves, mover, unpaid).kind === 'moved';
          expect(moved).toBe(rule.from.includes(state) && rule.by.includes(mover));
        }
      }
    }
  });

  test('one-tap takes what is published or partly paid; nothing leaves what is void', () => {
    expect(billStates.filter(isOpen)).toEqual(['published', 'partlyPaid']);
    expect(
      Object.values(billMoves).some(({ from }) => from.includes('void') || from.includes('reissued')),
    ).toBe(false);
  });
});

describe('tariffs and assignments that are no good', () => {
  const tiers = (list: typeof zhejiang.tiers) => [{ ...contract, price: { ...zhejiang, tiers: list } }];
  test.each([
    ['noVersion', []],
    ['sameDayTwice', [contract, contract]],
    ['endsBeforeItBegins', [{ ...contract, to: day('2019-12-31') }]],
    ['negativePrice', [{ ...contract, price: { kind: 'flat' as const, price: rate(-1, 0) } }]],
    ['noTier', tiers([])],
    ['lastTierEnds', tiers([{ upTo: 5, price: rate(1, 0) }])],
    [
      'tiersNotRising',
      tiers([{ upTo: 5, price: rate(1, 0) }, { upTo: 5, price: rate(1, 0) }, { price: rate(1, 0) }]),
    ],
    ['yearStartsInNoMonth', [{ ...contract, price: { ...zhejiang, yearStartsIn: 13 } }]],
    [undefined, [contract]],
    [undefined, [{ ...contract, price: zhejiang }]],
  ])('%s', (problem, versions) => {
    expect(tariffProblem(versions)).toBe(problem);
  });

  const days = { from: day('2026-01-01'), reason: '协议' };
  test.each([
    ['endsBeforeItBegins', { to: day('2024-01-01') }],
    ['countNotPositive', { count: 0 }],
    ['reductionNotBetween1And1000', { exceptions: [{ ...days, kind: 'waiver' as const, permille: 0 }] }],
    ['negativeOwnPrice', { exceptions: [{ ...days, kind: 'ownPrice' as const, price: rate(-1, 0) }] }],
    [
      'twoOwnPrices',
      {
        exceptions: [
          { ...days, kind: 'ownPrice' as const, price: rate(1, 0) },
          { ...days, kind: 'ownPrice' as const, price: rate(2, 0) },
        ],
      },
    ],
    [undefined, {}],
  ])('%s', (problem, part) => {
    expect(assignmentProblem({ ...ownersFee, ...part }, 'area')).toBe(problem);
  });

  test("the tariff's year may begin in any month", () => {
    const july = { ...zhejiang, yearStartsIn: 7 };
    expect([cycleStart(july, day('2026-06-30')), cycleEnd(july, day('2026-06-30'))]).toEqual([
      '2025-07-01',
      '2026-06-30',
    ]);
    expect(cycleStart(july, day('2026-07-01'))).toBe('2026-07-01');
    expect(cycleEnd({ ...zhejiang, cycle: 'month' }, day('2026-02-03'))).toBe('2026-02-28');
  });
});

describe('outliers', () => {
  const rule = { abovePermille: 1500, belowPermille: 500, ignored: fen(1000) };
  const january = { from: day('2026-01-01'), to: day('2026-01-31') };
  const february = { from: day('2026-02-01'), to: day('2026-02-28') };
  const last = { amount: fen(31_000), range: january };
  test.each([
    ['firstTime', 28_000, undefined],
    [undefined, 28_000, last],
    ['muchMore', 42_000, last],
    ['muchLess', 14_000, last],
    ['nothingNow', 0, last],
    [undefined, 900, { ...last, amount: fen(100) }],
  ])('%s', (outlier, amount, before) => {
    expect(outlierOf({ amount: fen(amount), range: february }, before, rule)).toBe(outlier);
  });
});
