import { filed } from './lists';
import type { ListName, Ticket } from './ticket';
import { at, minute, morning, sample } from './work/testing/samples';

const revisit = { kind: 'revisit' as const, startedAt: morning, by: at(60 * minute), level: 0 as const };
/** Whoever called: no account stands behind the number. */
const caller = { name: '陈先生', phone: '13700000000', takenBy: 'service' };

test.each<[Partial<Ticket>, readonly ListName[]]>([
  [{ state: 'waiting' }, ['open']],
  [{ state: 'working', urgency: 'emergency' }, ['open', 'inHands', 'emergencies', 'openEmergencies']],
  [{ state: 'working', urgency: 'emergency', channel: 'linked' }, ['openTasks', 'inHands']],
  [{ state: 'offered' }, ['open', 'inHands']],
  [{ state: 'finished' }, ['open']],
  [
    { state: 'finished', urgency: 'emergency', clocks: [revisit] },
    ['open', 'emergencies', 'openEmergencies', 'revisits'],
  ],
  // Asked before its owner has accepted it.
  [{ state: 'finished', urgency: 'emergency' }, ['open', 'openEmergencies']],
  [{ state: 'closed', urgency: 'emergency', clocks: [revisit] }, ['emergencies', 'revisits', 'closed']],
  [{ state: 'rated', clocks: [{ ...revisit, kind: 'revisitManager' }] }, ['revisits', 'closed']],
  [{ state: 'rated', clocks: [{ ...revisit, stoppedAt: morning }] }, ['closed']],
  [{ state: 'answering', type: 'complaint' }, ['open', 'inbox']],
  [{ state: 'closed', afterCheck: { state: 'due' } }, ['afterChecks', 'closed']],
  [{ state: 'closed', afterCheck: { state: 'bad' } }, ['closed']],
  [{ state: 'cancelled' }, []],
  [{ state: 'closed', reporter: caller }, ['ratingCalls', 'closed']],
  [{ state: 'closed', reporter: caller, type: 'complaint' }, ['ratingCalls', 'closed']],
  // Not yet, not any more, nobody to call, or a colleague.
  [{ state: 'finished', reporter: caller }, ['open']],
  [{ state: 'rated', reporter: caller }, ['closed']],
  [{ state: 'closed', reporter: caller, ratingGivenUpAt: morning }, ['closed']],
  [{ state: 'closed', reporter: { ...caller, phone: '' } }, ['closed']],
  [{ state: 'closed', reporter: { ...caller, isTaker: true } }, ['closed']],
  [{ state: 'closed', reporter: caller, channel: 'linked' }, ['closed']],
  [{ state: 'closed', reporter: { ...caller, openid: 'o-guard' }, channel: 'patrol' }, ['closed']],
])('%j stands in %j', (more, lists) => {
  expect(filed(sample(more)).lists).toEqual(lists);
});

test('its deadline is the nearest that runs, worked out anew each time', () => {
  const running = filed(sample({ clocks: [revisit, { ...revisit, kind: 'plan', by: at(30 * minute) }] }));
  expect(running.clockBy).toBe(at(30 * minute));
  expect(filed({ ...running, clocks: [] })).not.toHaveProperty('clockBy');
});
