import type { Instant } from '../../../../types/day';
import { clockNames } from '../../../../types/ticketNames';
import type { AuditNote } from '../../../kernel/audit';
import { changes } from '../../../kernel/changes';
import { type Decision, toDo } from '../../../kernel/decision';
import type { DueHandler } from '../../../kernel/due';
import { limits } from '../../../kernel/limits';
import type { MessageIntent } from '../../../kernel/message';
import { settle } from '../../../platform/settle';
import { aroundOf } from '../around';
import { noteOf, ticketChanges } from '../changesOf';
import { type Fired, firedBy, isRunning, nextLook, withLevels } from '../clocks';
import { withPauseTold } from '../pauses';
import type { Terms, Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';
import { closed } from '../work/ending/close';
import { passOnMissed } from '../work/ending/revisit';
import { endTogether } from '../work/linked/endTogether';
import { tellDuty, tellReporter, tellRevisitor } from '../work/told';
import { lapsed } from './hands';
import { lateTold } from './told';

type What = Pick<AuditNote, 'what' | 'facts'>;

/** What has come to a ticket by the mere passing of time, with what the audit says of it. */
export interface Passed {
  readonly ticket: Ticket;
  readonly fired: readonly Fired[];
  readonly notes: readonly What[];
}

/**
 * What time has done to a ticket by now (B3 to B5): levels of clocks told, an unanswered offer back, finished work or an answer accepted by
 * silence. Whatever is not due is left alone, so that asking again changes nothing.
 */
export function passed(ticket: Ticket, now: Instant, terms: Terms): Passed {
  const fired = firedBy(ticket, now, terms);
  const steps = fired
    .filter(({ level }) => level > 1)
    .map(({ kind, level }) => ({
      ...{ at: now, what: 'escalated', by: '系统' },
      note: {
        text: `${clockNames[kind]}超时，已报${level === 2 ? '主管' : '项目经理'}`,
        check: 'passed' as const,
      },
    }));
  const handedOn = passOnMissed(ticket, fired, now, terms);
  const told: Ticket = {
    ...handedOn,
    clocks: withLevels(handedOn.clocks, fired),
    steps: [...handedOn.steps, ...steps],
  };
  const levelled = withPauseTold(told, now);
  const notes = [
    ...fired.map(({ kind, level }) => ({ what: 'ticketEscalated', facts: { clock: kind, level } })),
    ...(levelled === told ? [] : [{ what: 'pauseEscalated' }]),
  ];
  const over = endedBySilence(levelled, now, terms) ?? offerLapsed(levelled, now, terms);
  if (!over) return { ticket: notes.length > 0 ? levelled : ticket, fired, notes };
  return { ticket: over.ticket, fired, notes: [...notes, { what: over.what }] };
}

interface Over {
  readonly ticket: Ticket;
  readonly what: string;
}

function endedBySilence(ticket: Ticket, now: Instant, terms: Terms): Over | undefined {
  const silence = ticket.clocks.find((clock) => clock.kind === 'acceptance' && isRunning(clock));
  if (!silence || silence.by > now) return undefined;
  const done = closed(ticket, { how: 'silence' }, { as: 'system', who: { by: '系统' }, now, terms });
  return done.ok ? { ticket: done.value, what: 'ticketAcceptedBySilence' } : undefined;
}

function offerLapsed(ticket: Ticket, now: Instant, terms: Terms): Over | undefined {
  const answerBy = ticket.state === 'offered' ? ticket.assignee?.answerBy : undefined;
  if (answerBy === undefined || answerBy > now) return undefined;
  const done = lapsed(ticket, { now, terms });
  return done.ok ? { ticket: done.value, what: 'offerLapsed' } : undefined;
}

/** B4: a pause of which the supervisor hears now. */
function pauseTold(before: Ticket, after: Ticket): readonly MessageIntent[] {
  return after.paused?.told === before.paused?.told ? [] : tellDuty(after, 'supervisor', 'ticketStandsStill');
}

/** B6: whoever was silent is asked for a rating all the same. */
function endTold(before: Ticket, after: Ticket): readonly MessageIntent[] {
  return after.state === 'closed' && before.state !== 'closed' ? tellReporter(after, 'ticketClosed') : [];
}

/** The tick looks at a ticket whose time has come: everything due in one commit, so that each level is told once. */
export const lookAfterTicket: DueHandler = async (ticketId, ports) => {
  let next: Instant | 'never' = 'never';
  const decide = async (): Promise<Decision<true>> => {
    const read = await ticketById(ticketId);
    if (!read) return toDo(true as const, changes({}));
    const around = await aroundOf(read);
    const now = ports.now();
    const { ticket, fired, notes } = passed(read, now, around.terms);
    next = nextLook(ticket, around.terms);
    const [first, ...others] = notes;
    if (!first) return toDo(true as const, changes({}));
    const change = {
      ...around,
      ...first,
      now,
      messages: [
        ...lateTold(read, fired),
        ...pauseTold(read, ticket),
        ...endTold(read, ticket),
        ...tellRevisitor(read, ticket),
      ],
      more: { audit: others.map((note) => noteOf(ticket, note)) },
    };
    // What ends by silence ends with the tasks it has opened.
    const isEnded = ticket.state === 'closed' && read.state !== 'closed';
    const wanted = isEnded ? await endTogether(read, ticket, change) : ticketChanges(read, ticket, change);
    return toDo(true as const, wanted);
  };
  const done = await settle({ author: { action: 'tick.ticket', actor: { as: 'tick' } }, decide }, ports);
  return done.ok ? next : ((ports.now() + limits.tickRetry) as Instant);
};
