import { isRunning } from '../clocks';
import { usualTerms } from '../terms';
import type { Ticket } from '../ticket';
import type { Watchers } from '../watchers';
import { made } from '../work/testing/outcomes';
import { at, hour, morning, sample } from '../work/testing/samples';
import { corrected } from './correcting';
import { backIfUnskilled } from './unskilled';

const by = { mover: 'supervisor', who: { openid: 'o-lead', staffId: 's-lead', by: '李主管' } } as const;
const plumber = { _id: 'engineer', skills: ['水暖'], duties: ['engineer'] };
const staff = [plumber] as unknown as Watchers['staff'];

function righted(ticket: Ticket, problem: Ticket['problem']): Ticket {
  const now = at(hour);
  const said = { type: 'repair', urgency: ticket.urgency, problem, reason: '看过现场' } as const;
  const next = made(corrected(ticket, said, by, { now, terms: usualTerms }));
  return made(backIfUnskilled(ticket, next, by, { now, terms: usualTerms, staff }));
}

const close = { kind: 'close', startedAt: morning, by: at(24 * hour), level: 0 } as const;

test.each(['offered', 'accepted', 'working', 'paused'] as const)(
  'what is electrics and is %s by a plumber waits for somebody else, with its clocks',
  (state) => {
    const still = state === 'paused' ? { pausedSince: morning } : {};
    const next = righted(sample({ state, clocks: [{ ...close, ...still }] }), 'electrics');
    expect(next).toMatchObject({ state: 'waiting', turned: [{ staffId: 'engineer', how: 'overridden' }] });
    expect(next).not.toHaveProperty('assignee');
    expect(next.clocks.some(isRunning)).toBe(true);
  },
);

test('what they can do stays with them, and what takes the same skill as before', () => {
  expect(righted(sample({ state: 'accepted' }), 'heating')).toMatchObject({ state: 'accepted' });
  expect(righted(sample({ state: 'working' }), 'facility').assignee?.staffId).toBe('engineer');
  const given = sample({ state: 'accepted', problem: 'electrics' });
  expect(righted(given, 'lighting').assignee?.staffId).toBe('engineer');
});
