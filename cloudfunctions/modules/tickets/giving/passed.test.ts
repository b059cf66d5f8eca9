import { usualTerms } from '../terms';
import { at, minute, morning, sample } from '../work/testing/samples';
import { passed } from './lookAfterTicket';

const clock = (kind: 'respond' | 'acceptance' | 'close', minutes: number) => ({
  ...{ kind, startedAt: morning, by: at(minutes * minute), level: 0 as const },
});

test('before anything is due nothing is done', () => {
  const ticket = sample({ state: 'offered', clocks: [clock('respond', 120)] });
  expect(passed(ticket, at(79 * minute), usualTerms)).toEqual({ ticket, fired: [], notes: [] });
});

test('an offer that lapses while a level fires: both at once, both in the audit, and not again', () => {
  const { assignee } = sample();
  const ticket = sample({
    ...{ state: 'offered', clocks: [clock('respond', 120)] },
    assignee: { ...assignee!, answerBy: at(80 * minute) },
  });
  const after = passed(ticket, at(121 * minute), usualTerms);
  expect(after.notes.map(({ what }) => what)).toEqual(['ticketEscalated', 'ticketEscalated', 'offerLapsed']);
  expect(after.ticket).toMatchObject({ state: 'waiting', clocks: [{ level: 2 }] });
  expect(after.ticket.steps.map(({ what }) => what)).toEqual(['escalated', 'lapse']);
  expect(passed(after.ticket, at(121 * minute), usualTerms).notes).toEqual([]);
});

test('finished work and answers end by silence', () => {
  const silent = { clocks: [clock('acceptance', 60)] };
  for (const state of ['finished', 'answered'] as const) {
    const after = passed(sample({ state, ...silent }), at(60 * minute), usualTerms);
    expect(after.ticket.state).toBe('closed');
    expect(after.notes).toEqual([{ what: 'ticketAcceptedBySilence' }]);
  }
});
