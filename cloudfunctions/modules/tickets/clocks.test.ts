import fc from 'fast-check';
import type { Instant } from '../../../types/day';
import { type ClockKind, clockKinds, type Urgency } from '../../../types/ticket';
import {
  continueClocks,
  firedBy,
  isMet,
  moveDeadline,
  nearestClock,
  nextLook,
  pauseClocks,
  startClock,
  stopClocks,
  toldAt,
  wasMissed,
  withLevels,
  withMissed,
} from './clocks';
import { usualTerms } from './terms';
import type { Clock, Ticket } from './ticket';

const minute = 60_000;
const nine = Date.parse('2026-11-10T09:00:00+08:00') as Instant;
const at = (minutes: number) => (nine + minutes * minute) as Instant;

function clock(kind: ClockKind, minutes: number, more: Partial<Clock> = {}): Clock {
  return { kind, startedAt: nine, by: at(minutes), level: 0, ...more };
}

function looked(
  clocks: readonly Clock[],
  more: Partial<Pick<Ticket, 'urgency' | 'state' | 'assignee'>> = {},
): Pick<Ticket, 'clocks' | 'urgency' | 'state' | 'assignee'> {
  return { clocks, urgency: 'emergency', state: 'accepted', ...more };
}

describe('one clock', () => {
  it.each<[string, Clock, number, boolean]>([
    ['runs, before its deadline', clock('arrive', 30), 30, true],
    ['runs, after it', clock('arrive', 30), 31, false],
    ['was stopped in time, long ago', clock('arrive', 30, { stoppedAt: at(29) }), 99, true],
    ['was stopped late', clock('arrive', 30, { stoppedAt: at(31) }), 99, false],
    ['stands still since before it', clock('arrive', 30, { pausedSince: at(29) }), 99, true],
  ])('%s: met is so', (_, one, now, isInTime) => {
    expect(isMet(one, at(now))).toBe(isInTime);
  });

  it.each<[Clock, Urgency, readonly number[]]>([
    [clock('respond', 15), 'emergency', [10, 15, 25]],
    [clock('arrive', 30), 'emergency', [20, 30, 40]],
    [clock('close', 1440), 'general', [960, 1440, 1560]],
  ])(
    'tells its levels with a third left, at the deadline, and as much later as the terms say',
    (one, urgency, minutes) => {
      const told = ([1, 2, 3] as const).map((level) => toldAt(one, level, urgency, usualTerms));
      expect(told).toEqual(minutes.map(at));
    },
  );

  it('of acceptance is nobody escalated, but it is looked at when silence ends', () => {
    const silence = looked([clock('acceptance', 4320)], { state: 'finished' });
    expect(firedBy(silence, at(9999), usualTerms)).toEqual([]);
    expect(nextLook(silence, usualTerms)).toBe(at(4320));
    expect(nearestClock(silence.clocks)).toBeUndefined();
  });

  it('started again gives way to the new one, and a moved deadline begins at no level', () => {
    const late = [clock('close', 60, { level: 3, stoppedAt: at(70) }), clock('arrive', 10, { level: 2 })];
    expect(startClock(late, 'close', 60, at(100))).toContainEqual({
      ...{ kind: 'close', startedAt: at(100), by: at(160), level: 0 },
      missed: [{ startedAt: nine, by: at(60), until: at(70), level: 3 }],
    });
    expect(startClock(late, 'close', 60, at(100))).toHaveLength(2);
    expect(moveDeadline(late, 'arrive', at(500), at(100))[1]).toMatchObject({ by: at(500), level: 0 });
    expect(moveDeadline(late, 'close', at(500), at(100))[0]).toBe(late[0]);
  });

  it('keeps what was missed, however often it begins anew or is moved, and nothing that was in time', () => {
    const late = startClock([clock('close', 60, { stoppedAt: at(70) })], 'close', 60, at(100));
    const inTime = startClock(late, 'close', 60, at(150));
    expect(inTime[0]?.missed).toHaveLength(1);
    const again = moveDeadline(inTime, 'close', at(900), at(300));
    expect(again[0]?.missed?.map(({ by, until }) => [by, until])).toEqual([
      [at(60), at(70)],
      [at(210), at(300)],
    ]);
    expect(again.every((one) => isMet(one, at(301)) && wasMissed(one, at(301)))).toBe(true);
    expect(again.flatMap(withMissed).map((one) => isMet(one, at(301)))).toEqual([false, false, true]);
    const kept = startClock([clock('close', 60, { stoppedAt: at(50) })], 'close', 60, at(100));
    expect(kept[0]).not.toHaveProperty('missed');
  });

  it('an unanswered offer is looked at when its time is over, an accepted one is not', () => {
    const assignee = { staffId: 's', name: 's', phone: '1', givenAt: nine, answerBy: at(3) };
    const clocks = [clock('respond', 15)];
    expect(nextLook(looked(clocks, { state: 'offered', assignee }), usualTerms)).toBe(at(3));
    expect(nextLook(looked(clocks, { assignee }), usualTerms)).toBe(at(10));
  });
});

const clocks = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...clockKinds),
    minutes: fc.integer({ min: 1, max: 3000 }),
    level: fc.constantFrom(0, 1, 2, 3),
  }),
  { selector: ({ kind }) => kind, maxLength: 5 },
);
const urgency = fc.constantFrom('emergency' as const, 'general' as const);
const running = (made: readonly { kind: ClockKind; minutes: number; level: number }[]) =>
  made.map(({ kind, minutes, level }) => clock(kind, minutes, { level: level as Clock['level'] }));
const stretch = fc.integer({ min: 0, max: 5000 });
const budget = { seed: 3, numRuns: 300 };

describe('whatever clocks there are', () => {
  it('standing still and going on neither loses nor gains a millisecond', () => {
    const pauses = fc.array(fc.record({ after: stretch, lasting: stretch }), { maxLength: 6 });
    fc.assert(
      fc.property(clocks, pauses, (made, stretches) => {
        const before = running(made);
        let now = nine as number;
        let after: readonly Clock[] = before;
        let stood = 0;
        for (const { after: run, lasting } of stretches) {
          now += run * minute;
          // Twice is once: a pause that is asked for again changes nothing.
          after = pauseClocks(pauseClocks(after, now as Instant), (now + 1) as Instant);
          now += lasting * minute;
          stood += lasting * minute;
          after = continueClocks(continueClocks(after, now as Instant), (now + 1) as Instant);
        }
        expect(after).toEqual(
          before.map((one) => ({ ...one, by: one.by + stood, startedAt: one.startedAt + stood })),
        );
      }),
      budget,
    );
  });

  it('stopped while standing still, what was left is kept and nothing changes any more', () => {
    fc.assert(
      fc.property(clocks, stretch, (made, minutes) => {
        const paused = pauseClocks(running(made), nine);
        const stopped = stopClocks(paused, clockKinds, at(minutes));
        for (const [index, one] of stopped.entries()) {
          expect(one.by - (one.stoppedAt ?? 0)).toBe((paused[index]?.by ?? 0) - nine);
          expect(one).not.toHaveProperty('pausedSince');
        }
        expect(continueClocks(pauseClocks(stopped, at(9000)), at(9999))).toEqual(stopped);
        expect(stopClocks(stopped, clockKinds, at(9999))).toEqual(stopped);
      }),
      budget,
    );
  });

  it('every level is told exactly once, in order, however late and however often one looks', () => {
    const looks = fc.array(stretch, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(clocks, urgency, looks, (made, tier, instants) => {
        let kept: readonly Clock[] = running(made);
        const told: string[] = [];
        for (const minutes of [...instants].sort((a, b) => a - b).concat(100_000)) {
          const fired = firedBy({ clocks: kept, urgency: tier }, at(minutes), usualTerms);
          told.push(...fired.map(({ kind, level }) => `${kind}·${level}`));
          kept = withLevels(kept, fired);
          expect(firedBy({ clocks: kept, urgency: tier }, at(minutes), usualTerms)).toEqual([]);
        }
        const all = made
          .filter(({ kind }) => kind !== 'acceptance')
          .flatMap(({ kind, level }) =>
            [1, 2, 3].filter((one) => one > level).map((one) => `${kind}·${one}`),
          );
        expect([...told].sort()).toEqual([...all].sort());
        for (const kind of clockKinds) {
          const levels = told.filter((one) => one.startsWith(`${kind}·`));
          expect(levels).toEqual([...levels].sort());
        }
      }),
      budget,
    );
  });

  it('the next look is exactly when something fires: nothing a millisecond before', () => {
    fc.assert(
      fc.property(clocks, urgency, fc.boolean(), (made, tier, isPaused) => {
        const silenceAside = running(made).filter(({ kind }) => kind !== 'acceptance');
        const kept = isPaused ? pauseClocks(silenceAside, nine) : silenceAside;
        const ticket = looked(kept, { urgency: tier });
        const next = nextLook(ticket, usualTerms);
        if (next === 'never') {
          expect(firedBy(ticket, at(1_000_000), usualTerms)).toEqual([]);
          return;
        }
        expect(firedBy(ticket, next, usualTerms)).not.toEqual([]);
        expect(firedBy(ticket, (next - 1) as Instant, usualTerms)).toEqual([]);
      }),
      budget,
    );
  });
});
