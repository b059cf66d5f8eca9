import fc from 'fast-check';
import { day, type Instant, month, startOfDay } from '../../../../types/day';
import { filed } from '../lists';
import type { Clock, Ticket } from '../ticket';
import { sample } from '../work/testing/samples';
import { type MonthTicket, mostOfMonth } from './desksStore';
import { minutesTaken, monthFigures, percentile } from './monthFigures';

const start = startOfDay(day('2026-10-05'));
const at = (minutes: number) => (start + minutes * 60_000) as Instant;
const now = at(60 * 24 * 20);

const clock = (kind: Clock['kind'], by: number, stopped?: number, level: Clock['level'] = 0): Clock => ({
  ...{ kind, startedAt: at(0), by: at(by), level },
  ...(stopped === undefined ? {} : { stoppedAt: at(stopped) }),
});

function ticket(more: Partial<Ticket> = {}): MonthTicket {
  return filed(sample({ state: 'closed', reportedAt: at(0), ...more }));
}

const of = (...tickets: readonly MonthTicket[]) => monthFigures(month('2026-10'), tickets, [], now);

describe('a month at a glance', () => {
  test('of nothing', () => {
    expect(of()).toMatchObject({ tickets: 0, firstTimeFix: 1000, clocks: [], byProblem: [], byDay: [] });
  });

  test('a clock by tier: how many came out, how many late, p50 and p95; one that is told as late and still runs is late', () => {
    const figures = of(
      ticket({ clocks: [clock('respond', 120, 20)] }),
      ticket({ clocks: [clock('respond', 120, 180)] }),
      ticket({ state: 'waiting', clocks: [clock('respond', 120, undefined, 2)] }),
      ticket({ urgency: 'emergency', clocks: [clock('respond', 15, 5)] }),
    );
    expect(figures.clocks).toEqual([
      { tier: 'emergency', kind: 'respond', count: 1, late: 0, p50: 5, p95: 5 },
      { tier: 'general', kind: 'respond', count: 3, late: 2, p50: 180, p95: 60 * 24 * 20 },
    ]);
  });

  test('what was late counts as late, once, whatever has taken its place', () => {
    const missed = [{ startedAt: at(0), by: at(60), until: at(90), level: 2 as const }];
    const [close] = of(ticket({ clocks: [{ ...clock('close', 2000, 1000), missed }] })).clocks;
    expect(close).toMatchObject({ count: 1, late: 1, p50: 1000 });
    const complaint = { type: 'complaint', clocks: [{ ...clock('answer', 480, 100), missed }] } as const;
    expect(of(ticket(complaint)).complaints).toMatchObject({
      ...{ escalated: 1, answeredInTime: 0, answered: 1, answeredLate: 1 },
    });
  });

  test('what was called off with its ticket has kept nothing', () => {
    const cancelled = { state: 'cancelled', movedAt: at(10) } as const;
    expect(of(ticket({ ...cancelled, clocks: [clock('close', 2000, 10)] })).clocks).toEqual([]);
    expect(of(ticket({ ...cancelled, clocks: [clock('respond', 120, 5)] })).clocks).toHaveLength(1);
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
    expect(figures).toMatchObject({
      closed: 2,
      firstTimeFix: 500,
      fixedFirst: 1,
      returned: 1,
      repeatVisits: 2,
    });
    expect(figures.satisfaction).toMatchObject({ rated: 2, meanStars: 3.5, poor: 1 });
    expect(figures.satisfaction.byStars.map(({ count }) => count)).toEqual([0, 1, 0, 0, 1]);
  });

  test('complaints by grade and subject, beside the month before', () => {
    const complaint = { type: 'complaint', problem: 'noise' } as const;
    const tickets = [
      ticket({ ...complaint, grade: 'major', clocks: [clock('answer', 480, 500, 2)] }),
      ticket({ ...complaint, clocks: [clock('answer', 480, 100)] }),
    ];
    const fallen = ticket({ ...complaint, problem: 'smell' });
    const figures = monthFigures(month('2026-10'), tickets, [ticket(complaint), fallen], now);
    expect(figures.complaints).toEqual({
      byGrade: [
        { grade: 'minor', count: 1 },
        { grade: 'major', count: 1 },
        { grade: 'critical', count: 0 },
      ],
      bySubject: [
        { problem: 'noise', count: 2, lastMonth: 1 },
        // What fell to none is said, too.
        { problem: 'smell', count: 0, lastMonth: 1 },
      ],
      ...{ escalated: 1, answeredInTime: 500, answered: 2, answeredLate: 1 },
    });
  });

  test('linked tasks stand apart: whoever did them is credited, nothing else counts them', () => {
    const cordon = { channel: 'linked', urgency: 'emergency', clocks: [clock('close', 60, 0)] } as const;
    const figures = of(ticket({}), ticket(cordon), ticket({ ...cordon, state: 'waiting' }));
    expect(figures).toMatchObject({ tickets: 1, closed: 1, fixedFirst: 1, clocks: [] });
    expect(figures.byDay).toMatchObject([{ count: 1 }]);
    expect(figures.byProblem).toMatchObject([{ count: 1 }]);
    expect(figures.load).toEqual([{ staffId: 'engineer', name: '张建国', closed: 1, tasks: 1 }]);
    expect(figures.tasks).toEqual({ opened: 2, done: 1, late: 0 });
  });

  test('a poor rating as not repaired and a repeat within thirty days are no first-time fix', () => {
    const rating = { stars: 2, words: ['没修好'], photos: [], at: at(1) };
    const figures = of(ticket({}), ticket({ rating, state: 'rated' }), ticket({ mendedLately: ['leak'] }));
    expect(figures).toMatchObject({ firstTimeFix: 333, fixedFirst: 1, returned: 2, repeatVisits: 1 });
  });

  test('a month with more than are summed says so', () => {
    expect(of(ticket())).not.toHaveProperty('summed');
    const many = Array.from({ length: mostOfMonth }, () => ticket());
    expect(of(...many)).toMatchObject({ summed: mostOfMonth, tickets: mostOfMonth });
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
        const figures = of(...drawn.map((one) => ticket(one as Partial<Ticket>)));
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
  expect(minutesTaken(clock('close', 60, 45), now)).toBe(45);
  expect(minutesTaken({ ...clock('close', 60), pausedSince: at(30) }, now)).toBe(30);
});

test.each([
  [[], 0.5, 0],
  [[7], 0.95, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [[1, 2, 3, 4], 0.95, 4],
])('the %j at %d is %d', (sorted, share, expected) => {
  expect(percentile(sorted, share)).toBe(expected);
});
