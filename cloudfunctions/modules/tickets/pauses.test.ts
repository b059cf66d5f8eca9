import { nextLook } from './clocks';
import { passed } from './giving/lookAfterTicket';
import { usualTerms } from './terms';
import { pause } from './work/doing/standstill';
import { acting, at, hour, sample } from './work/testing/samples';

const stood = (urgency: 'emergency' | 'general') => {
  const outcome = pause(sample({ urgency }), { reason: 'part', note: '等阀门' }, acting('assignee'));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

test.each([
  ['general', [24, 8 * 24, 15 * 24]],
  ['emergency', [0, 1, 25, 49]],
] as const)('of a pause of what is %s the supervisor hears after %j hours, once each', (urgency, hours) => {
  let ticket = stood(urgency);
  for (const later of hours) {
    expect(nextLook(ticket, usualTerms)).toBe(at(later * hour));
    expect(passed(ticket, at(later * hour - 1), usualTerms).notes).toEqual([]);
    const told = passed(ticket, at(later * hour), usualTerms);
    expect(told.notes).toEqual([{ what: 'pauseEscalated' }]);
    expect(told.ticket.steps.at(-1)).toMatchObject({ what: 'escalated', by: '系统' });
    expect(passed(told.ticket, at(later * hour), usualTerms).notes).toEqual([]);
    ticket = told.ticket;
  }
});

test('a tick that comes late tells of it once', () => {
  const late = passed(stood('emergency'), at(2 * hour), usualTerms);
  expect(late.notes).toHaveLength(1);
  expect(nextLook(late.ticket, usualTerms)).toBe(at(25 * hour));
  const days = passed(late.ticket, at(80 * hour), usualTerms);
  expect(days.notes).toHaveLength(1);
  expect(nextLook(days.ticket, usualTerms)).toBe(at(97 * hour));
});
