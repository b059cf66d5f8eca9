import { dayOf } from '../../../../types/day';
import { at, minute, morning, sample } from '../work/testing/samples';
import { emptyWorkload, staffTouched, type Workload, workloadAfter } from './workload';

const empty = emptyWorkload('engineer', 'yunqi');
const { assignee } = sample();
const minutes = (count: number) => count * minute;

function having(...tickets: ReturnType<typeof sample>[]): Workload {
  return tickets.reduce((workload, ticket) => workloadAfter(workload, ticket, morning), empty);
}

test('a ticket in hand stands in it with its nearest clock, and since when', () => {
  const clocks = [{ kind: 'close' as const, startedAt: morning, by: at(minutes(60)), level: 0 as const }];
  const offered = sample({ state: 'offered', clocks });
  const first = workloadAfter(empty, offered, morning);
  expect(first.tickets).toEqual([
    {
      ...{ ticketId: offered._id, urgency: 'general', state: 'offered', since: morning, building: '3栋' },
      ...{ skill: '水暖', usualMinutes: 60, reportedAt: morning, clockBy: at(minutes(60)), mayMove: false },
    },
  ]);
  expect(workloadAfter(first, offered, at(minutes(5)))).toBe(first);
  const accepted = workloadAfter(first, { ...offered, state: 'accepted' }, at(minutes(5)));
  expect(accepted.tickets).toMatchObject([{ state: 'accepted', since: at(minutes(5)) }]);
});

test.each(['waiting', 'finished', 'closed', 'cancelled'] as const)('%s, it is in nobody’s hands', (state) => {
  expect(workloadAfter(having(sample()), sample({ state }), at(minutes(30))).tickets).toEqual([]);
});

test('given to a colleague, one loses it and the other gains it; nobody else changes', () => {
  const next = sample({ state: 'offered', assignee: { ...assignee!, staffId: 'ma' } });
  expect(staffTouched(sample(), next)).toEqual(['engineer', 'ma']);
  expect(workloadAfter(having(sample()), next, morning).tickets).toEqual([]);
  expect(workloadAfter(emptyWorkload('ma', 'yunqi'), next, morning).tickets).toHaveLength(1);
  const other = emptyWorkload('li', 'yunqi');
  expect(workloadAfter(other, next, morning)).toBe(other);
});

test('what was worked is counted by the day, for seven days, and where they are is known', () => {
  const done = workloadAfter(having(sample()), sample({ state: 'finished' }), at(minutes(45)));
  expect(done).toMatchObject({ lastBuilding: '3栋', worked: [{ day: dayOf(morning), minutes: 45 }] });
  const again = workloadAfter(
    { ...done, tickets: having(sample()).tickets },
    sample({ state: 'paused' }),
    at(minutes(20)),
  );
  expect(again.worked).toEqual([{ day: dayOf(morning), minutes: 65 }]);
  const week = 7 * 24 * 60;
  const old = { ...having(sample()), worked: again.worked };
  const later = workloadAfter(old, sample({ state: 'finished' }), at(minutes(week)));
  expect(later.worked).toEqual([{ day: '2026-11-17', minutes: 720 }]);
});

test('only what the rule gave, and has not moved yet, may be given to somebody who is there sooner', () => {
  const dispatch = {
    ...{ ruleVersion: 1, sentence: '', principle: '', compared: [] },
    ...{ at: morning, skill: '水暖', place: '3栋', givenTo: 'engineer' },
  };
  const mayMove = (more: Parameters<typeof sample>[0]) => having(sample(more)).tickets[0]?.mayMove;
  expect(mayMove({ dispatch })).toBe(true);
  expect(mayMove({})).toBe(false);
  expect(mayMove({ dispatch: { ...dispatch, givenTo: 'ma' } })).toBe(false);
  expect(mayMove({ dispatch, turned: [{ staffId: 'ma', at: morning, how: 'sooner' }] })).toBe(false);
});
