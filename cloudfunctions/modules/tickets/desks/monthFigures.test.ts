import fc from 'fast-check';
import { day, type Instant, month, startOfDay } from '../../../../types/day';
import type { Clock } from '../ticket';
import type { MonthTicket } from './desksStore';
import { minutesTaken, monthFigures, percentile } from './monthFigures';

const start = startOfDay(day('2026-10-05'));
const at = (minutes: number) => (start + minutes * 60_000) as Instant;
const now = at(60 * 24 * 20);

const clock = (kind: Clock['kind'], by: number, stopped?: number, level: Clock['level'] = 0): Clock => ({
  ...{ kind, startedAt: at(0), by: at(by), level },
  ...(stopped === undefined ? {} : { stoppedAt: at(stopped) }),
});

function ticket(more: Partial<MonthTicket> = {}): MonthTicket {
  return {
    ...{ _id: 't', type: 'repair', problem: 'leak', urgency: 'general', state: 'closed' },
    ...{ reportedAt: at(0), clocks: [], comebacks: 0, grade: undefined },
    ...more,
  } as MonthTicket;
}

const of = (...tickets: readonly MonthTicket[]) => monthFigures(month('2026-10'), tickets, [], now);

describe('a month at a glance', () => {
  test('of nothing', () => {
    expect(of()).toMatchObject({ tickets: 0, firstTimeFix: 1000, clocks: [], byProblem: [], byDay: [] });
  });

  test('a clock’s share, p50 and p95, by tier; one that is late and still runs is missed', () => {
    const figures = of(
      ticket({ clocks: [clock('respond', 120, 20)] }),
      ticket({ clocks: [clock('respond', 120, 180)] }),
      ticket({ state: 'waiting', clocks: [clock('respond', 120)] }),
      ticket({ urgency: 'emergency', clocks: [clock('respond', 15, 5)] }),
    );
    expect(figures.clocks).toEqual([
      { urgency: 'emergency', kind: 'respond', count: 1, met: 1, p50: 5, p95: 5 },
      { urgency: 'general', kind: 'respond', count: 3, met: 1, p50: 20, p95: 180 },
    ]);
  });

  test('what was late counts as late, whatever has taken its place', () => {
    const missed = [{ startedAt: at(0), by: at(60), until: at(90), level: 2 as const }];
    const [close] = of(ticket({ clocks: [{ ...clock('close', 2000, 1000), missed }] })).clocks;
    expect(close).toMatchObject({ count: 2, met: 1, p50: 90 });
    const complaint = { type: 'complaint', clocks: [{ ...clock('answer', 480, 100), missed }] } as const;
    expect(of(ticket(complaint)).complaints).toMatchObject({ escalated: 1, answeredInTime: 500 });
  });

  test('what still runs in time has not come out', () => {
    expect(of(ticket({ state: 'accepted', clocks: [clock('close', 60 * 24 * 30)] })).clocks).toEqual([]);
  });

  test('fixed the first time, visits again, stars', () => {
    const rated = (stars: number) => ({ stars, words: [], photos: [], at: at(1) });
    const figures = of(
      ticket({ rating: rated(5) }),
      ticket({ comebacks: 2, rating: rated(2) }),
      ticket({ state: 'working', comebacks: 1 }),
    );
    expect(figures).toMatchObject({ closed: 2, firstTimeFix: 500, repeatVisits: 2 });
    expect(figures.satisfaction).toEqual({ rated: 2, meanStars: 3.5, poor: 1 });
  });

  test('complaints by grade and subject, beside the month before', () => {
    const complaint = { type: 'complaint', problem: 'noise' } as const;
    const tickets = [
      ticket({ ...complaint, grade: 'major', clocks: [clock('answer', 480, 500, 2)] }),
      ticket({ ...complaint, clocks: [clock('answer', 480, 100)] }),
    ];
    const figures = monthFigures(month('2026-10'), tickets, [ticket(complaint)], now);
    expect(figures.complaints).toEqual({
      byGrade: [
        { grade: 'minor', count: 1 },
        { grade: 'major', count: 1 },
        { grade: 'critical', count: 0 },
      ],
      bySubject: [{ problem: 'noise', count: 2, lastMonth: 1 }],
      ...{ escalated: 1, answeredInTime: 500 },
    });
  });

  test('parts add up to the whole, whatever comes in', () => {
    const any = fc.record({
      problem: fc.constantFrom('leak', 'lift', 'noise'),
      type: fc.constantFrom('repair', 'complaint'),
      reportedAt: fc.integer({ min: 0, max: 60 * 24 * 25 }).map(at),
      state: fc.constantFrom('waiting', 'closed', 'rated', 'cancelled'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (drawn) => {
        const figures = of(...drawn.map((one) => ticket(one as Partial<MonthTicket>)));
        const sum = (rows: readonly { readonly count: number }[]) =>
          rows.reduce((all, { count }) => all + count, 0);
        expect(sum(figures.byProblem)).toBe(drawn.length);
        expect(sum(figures.byDay)).toBe(drawn.length);
        expect(sum(figures.complaints.byGrade)).toBe(sum(figures.complaints.bySubject));
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

test('the time a clock stood still is not counted: its start has moved', () => {
  expect(minutesTaken(clock('close', 60, 45))).toBe(45);
  expect(minutesTaken(clock('close', 60))).toBeUndefined();
});

test.each([
  [[], 0.5, 0],
  [[7], 0.95, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [[1, 2, 3, 4], 0.95, 4],
])('the %j at %d is %d', (sorted, share, expected) => {
  expect(percentile(sorted, share)).toBe(expected);
});
