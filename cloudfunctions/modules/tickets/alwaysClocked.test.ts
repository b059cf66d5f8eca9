import fc from 'fast-check';
import type { Instant } from '../../../types/day';
import type { Outcome } from '../../../types/refusal';
import { type TicketType, ticketTypes, type Urgency, urgencies } from '../../../types/ticket';
import { isRunning, nextLook } from './clocks';
import { passed } from './giving/lookAfterTicket';
import { firstClocks, type Move, type MoveName, moved, moves, openStates } from './life';
import { corrected } from './reporting/correcting';
import { kindOf } from './reporting/newTicket';
import { usualTerms } from './terms';
import type { Ticket } from './ticket';
import type { Acting } from './work/acting';
import { confirmAppointment, pause, postpone, resume } from './work/doing/standstill';
import { checkIn } from './work/doing/visit';
import { rejectWork } from './work/ending/rejectWork';
import { morning, sample } from './work/testing/samples';

const terms = usualTerms;
const hour = 3_600_000;
const names = Object.keys(moves) as MoveName[];

/** What is done beside the bare move, where a rule does more. */
interface Drawn {
  /** Which of what can be done now. */
  readonly pick: number;
  readonly wait: number;
  readonly type: TicketType;
  readonly urgency: Urgency;
}

function possible({ state }: Ticket): readonly (MoveName | 'correct' | 'tick')[] {
  const isFrom = (name: MoveName) => (moves[name].from as readonly string[]).includes(state);
  return [...names.filter(isFrom), 'correct', 'tick'];
}

function done(ticket: Ticket, { pick, type, urgency }: Drawn, now: Instant): Outcome<Ticket> {
  const all = possible(ticket);
  const name = all[pick % all.length] ?? 'tick';
  if (name === 'tick') return { ok: true, value: passed(ticket, now, terms).ticket };
  if (name === 'correct') {
    const said = { type, urgency, problem: 'leak', reason: '看错了' } as const;
    return corrected(ticket, said, { mover: 'supervisor', who: { openid: 'o-s' } }, { now, terms });
  }
  const move: Move = moves[name];
  const acting: Acting = { as: move.by[0] ?? 'system', who: { by: '张师傅' }, now, terms };
  const appointment = { from: now + 24 * hour, to: now + 26 * hour };
  switch (name) {
    case 'pause':
      return pause(ticket, { reason: 'part', note: '' }, acting);
    case 'postpone':
      return postpone(ticket, { reason: '缺件', appointment }, acting);
    case 'confirmAppointment':
      return confirmAppointment(ticket, appointment, acting);
    case 'resume':
      return resume(ticket, acting);
    case 'checkIn':
      return checkIn(ticket, { cannotScan: '码没了' }, acting);
    case 'rejectWork':
      return rejectWork(ticket, { reason: '还漏', photos: [] }, acting);
    default:
      return moved(ticket, name, acting);
  }
}

/** A clock runs, or the tick has been asked to look, or a pause has been told to whom it is told. */
function isLookedAfter(ticket: Ticket): boolean {
  const isTold = ticket.paused?.told !== undefined;
  return ticket.clocks.some(isRunning) || nextLook(ticket, terms) !== 'never' || isTold;
}

test('whatever is done with it, an open ticket has a clock that runs or is looked at', () => {
  const drawn: fc.Arbitrary<Drawn> = fc.record({
    pick: fc.nat({ max: 9999 }),
    wait: fc.integer({ min: 0, max: 30 * hour }),
    type: fc.constantFrom(...ticketTypes),
    urgency: fc.constantFrom(...urgencies),
  });
  const births = fc.record({ type: fc.constantFrom(...ticketTypes), urgency: fc.constantFrom(...urgencies) });
  const seen = new Set<string>();
  const property = fc.property(births, fc.array(drawn, { maxLength: 60, size: 'max' }), (birth, sequence) => {
    const kind = kindOf({ ...birth, text: '' });
    const state = kind.type === 'repair' ? 'waiting' : 'answering';
    let ticket: Ticket = sample({ ...kind, state, clocks: firstClocks(kind, morning, terms) });
    let now = morning;
    for (const one of sequence) {
      now = (now + one.wait) as Instant;
      const outcome = done(ticket, one, now);
      if (!outcome.ok) continue;
      ticket = outcome.value;
      seen.add(`${ticket.urgency} ${ticket.state}`);
      const what = `${ticket.urgency} ${ticket.state} by ${ticket.steps.map(({ what }) => what)}`;
      if (openStates.includes(ticket.state)) expect([what, isLookedAfter(ticket)]).toEqual([what, true]);
    }
  });
  fc.assert(property, { seed: 20261123, numRuns: 800 });
  expect(openStates.filter((state) => ![...seen].some((one) => one.endsWith(` ${state}`)))).toEqual([]);
  for (const state of ['working', 'paused', 'finished']) expect(seen).toContain(`emergency ${state}`);
});
