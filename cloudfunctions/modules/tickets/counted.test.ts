import { countedAs } from './counted';
import type { Clock, Ticket } from './ticket';
import { at, hour, minute, morning, sample } from './work/testing/samples';

const clock = (more: Partial<Clock>): Clock => ({
  ...{ kind: 'respond', startedAt: morning, by: at(hour), level: 0 },
  ...more,
});

test.each<[string, Partial<Ticket>, readonly string[]]>([
  ['what runs in time has not come out', { clocks: [clock({ level: 1 })] }, []],
  ['kept', { clocks: [clock({ stoppedAt: at(hour) })] }, ['clock-general-respond', 'kept@2026-11-10']],
  [
    'stopped late: on the day the deadline passed',
    { clocks: [clock({ stoppedAt: at(24 * hour) })] },
    ['clock-general-respond', 'late-general-respond', 'missed@2026-11-10'],
  ],
  [
    'told as late and still running',
    { clocks: [clock({ level: 2 })] },
    ['clock-general-respond', 'late-general-respond', 'missed@2026-11-10'],
  ],
  [
    'missed before it began anew, kept the next day',
    {
      clocks: [
        clock({
          ...{ startedAt: at(24 * hour), by: at(26 * hour), stoppedAt: at(25 * hour) },
          missed: [{ startedAt: morning, by: at(hour), until: at(2 * hour), level: 2 }],
        }),
      ],
    },
    [...['clock-general-respond', 'late-general-respond'], ...['missed@2026-11-10', 'kept@2026-11-11']],
  ],
  [
    'one kept and one missed on a day: missed',
    { clocks: [clock({ stoppedAt: at(minute) }), clock({ kind: 'close', level: 3 })] },
    [...['clock-general-respond', 'clock-general-close', 'late-general-close'], 'missed@2026-11-10'],
  ],
  [
    'called off with the ticket',
    { state: 'cancelled', movedAt: at(minute), clocks: [clock({ stoppedAt: at(minute) })] },
    [],
  ],
  ['the owner’s silence is nobody’s', { clocks: [clock({ kind: 'acceptance', stoppedAt: at(minute) })] }, []],
])('clocks: %s', (_name, more, counted) => {
  const clocks = countedAs(sample(more)).filter((one) => /^(clock|late)-|@/.test(one));
  expect(clocks).toEqual(counted);
});

const rating = (stars: number) => ({ stars, words: [], photos: [], at: morning });

test.each<[Partial<Ticket>, readonly string[]]>([
  [{ state: 'working' }, ['problem-leak']],
  [{ state: 'closed' }, ['problem-leak', 'done', 'fixedFirst']],
  [{ state: 'closed', comebacks: 2 }, ['problem-leak', 'done', 'returned']],
  [{ state: 'closed', mendedLately: ['leak'] }, ['problem-leak', 'done', 'returned']],
  [
    { state: 'rated', rating: { ...rating(2), words: ['没修好'] } },
    ['problem-leak', 'done', 'returned', 'rated', 'stars-2', 'poor'],
  ],
  [{ state: 'rated', rating: rating(2) }, ['problem-leak', 'done', 'fixedFirst', 'rated', 'stars-2', 'poor']],
  [{ state: 'rated', rating: rating(3) }, ['problem-leak', 'done', 'fixedFirst', 'rated', 'stars-3']],
  [{ type: 'complaint', state: 'closed' }, ['problem-leak', 'done', 'grade-minor', 'subject-leak']],
  [
    { type: 'complaint', grade: 'critical', state: 'answering' },
    ['problem-leak', 'grade-critical', 'subject-leak'],
  ],
])('%j is counted in %j', (more, counted) => {
  expect(countedAs(sample(more))).toEqual(['reported', ...counted]);
});

test('a complaint answered late has been escalated and is counted with its tier', () => {
  const answer = clock({ kind: 'answer', level: 2, stoppedAt: at(2 * hour) });
  expect(countedAs(sample({ type: 'complaint', state: 'answered', clocks: [answer] }))).toEqual(
    expect.arrayContaining(['escalated', 'answered', 'answeredLate', 'late-complaint-answer']),
  );
});

test('a linked task is in the three figures of tasks, and in no other', () => {
  const task = (more: Partial<Ticket>) =>
    countedAs(sample({ channel: 'linked', urgency: 'emergency', problem: 'burst', ...more }));
  expect(task({})).toEqual(['tasks']);
  expect(task({ state: 'closed', clocks: [clock({ stoppedAt: at(minute) })] })).toEqual([
    'tasks',
    'tasksDone',
  ]);
  expect(task({ state: 'closed', clocks: [clock({ stoppedAt: at(2 * hour) })] })).toEqual([
    ...['tasks', 'tasksDone', 'tasksLate'],
  ]);
});

test('stars of a colleague for what they found on patrol are nobody’s satisfaction; those of a resident are', () => {
  const rating = { stars: 1, words: [], photos: [], at: morning };
  const found = { channel: 'patrol', state: 'rated', rating } as const;
  const finder = { openid: 'o-guard', name: '刘强', phone: '13800000001', takenBy: 'guard' };
  const stars = (more: Partial<Ticket>) =>
    countedAs(sample({ ...found, ...more })).filter((one) => /^(rated|poor|stars)/.test(one));
  expect(stars({ reporter: finder })).toEqual([]);
  expect(stars({ channel: 'app' })).toEqual(['rated', 'stars-1', 'poor']);
  expect(stars({})).toEqual(['rated', 'stars-1', 'poor']);
});
