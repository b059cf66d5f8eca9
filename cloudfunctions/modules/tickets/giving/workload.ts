import { addDays, type Day, dayOf, type Instant } from '../../../../types/day';
import type { TicketState, Urgency } from '../../../../types/ticket';
import type { Stored } from '../../../kernel/collection';
import { nearestClock } from '../clocks';
import { skillOf, usualMinutesOf } from '../dispatch/skills';
import type { Ticket } from '../ticket';

/** What dispatch and duty must know of one ticket in somebody's hands, so that it need not be read for that. */
export interface HeldTicket {
  readonly ticketId: string;
  readonly urgency: Urgency;
  readonly state: TicketState;
  /** Since when it stands so. */
  readonly since: Instant;
  readonly building: string;
  readonly skill: string;
  readonly usualMinutes: number;
  readonly reportedAt: Instant;
  /** Its nearest running deadline. */
  readonly clockBy?: Instant;
  /** Given by the rule, for the first time: the rule may give it to somebody who is there sooner. What a person decided stays. */
  readonly mayMove: boolean;
}

/**
 * What one member of staff has in hand (`_id` is the staffId): changed in the same commit as the ticket, so that two decisions cannot give
 * one person two offers without knowing of each other.
 */
export interface Workload extends Stored {
  readonly communityId: string;
  readonly isOnDuty: boolean;
  readonly onDutySince?: Instant;
  /** Where they are, or were last. */
  readonly lastBuilding?: string;
  readonly tickets: readonly HeldTicket[];
  /** Minutes at work of the last seven days, oldest first. */
  readonly worked: readonly { readonly day: Day; readonly minutes: number }[];
}

/** In these states a ticket is in its assignee's hands. */
export const heldStates: readonly TicketState[] = ['offered', 'accepted', 'working', 'paused'];

const daysKept = 7;
const minute = 60_000;
/** Who forgot to end a work did not work for days. */
const longestWork = 12 * 60;

/** Somebody who has never been on duty nor been given anything. */
export function emptyWorkload(staffId: string, communityId: string): Workload {
  return { _id: staffId, version: 0, communityId, isOnDuty: false, tickets: [], worked: [] };
}

/** Who had it and who has it: whose workloads a change of this ticket may change. At most two. */
export function staffTouched(before: Ticket | undefined, after: Ticket): readonly string[] {
  const staffIds = [before?.assignee?.staffId, after.assignee?.staffId];
  return [...new Set(staffIds.flatMap((staffId) => (staffId === undefined ? [] : [staffId])))];
}

/**
 * This person's workload after a ticket has changed: gained, lost, moved on, worked. The very same object where nothing of it changes.
 */
export function workloadAfter(workload: Workload, after: Ticket, now: Instant): Workload {
  const was = workload.tickets.find(({ ticketId }) => ticketId === after._id);
  const is = isHeldBy(workload._id, after) ? heldTicket(after, now, was) : undefined;
  if (was === undefined && is === undefined) return workload;
  if (was !== undefined && is !== undefined && isSame(was, is)) return workload;
  const others = workload.tickets.filter((ticket) => ticket !== was);
  const isAtPlace = is?.state === 'working' || was?.state === 'working';
  return {
    ...workload,
    tickets: is === undefined ? others : [...others, is],
    worked:
      was?.state === 'working' && is?.state !== 'working' ? workedMore(workload, was, now) : workload.worked,
    ...(isAtPlace ? { lastBuilding: after.building } : {}),
  };
}

function isHeldBy(staffId: string, { assignee, state }: Ticket): boolean {
  return assignee?.staffId === staffId && heldStates.includes(state);
}

function heldTicket(ticket: Ticket, now: Instant, was: HeldTicket | undefined): HeldTicket {
  const clock = nearestClock(ticket.clocks);
  return {
    ticketId: ticket._id,
    urgency: ticket.urgency,
    state: ticket.state,
    since: was?.state === ticket.state ? was.since : now,
    building: ticket.building,
    skill: skillOf(ticket.problem),
    usualMinutes: usualMinutesOf(ticket.problem),
    reportedAt: ticket.reportedAt,
    ...(clock ? { clockBy: clock.by } : {}),
    mayMove:
      ticket.dispatch?.givenTo === ticket.assignee?.staffId &&
      !ticket.turned.some(({ how }) => how === 'sooner'),
  };
}

function isSame(a: HeldTicket, b: HeldTicket): boolean {
  const names = Object.keys({ ...a, ...b }) as (keyof HeldTicket)[];
  return names.every((name) => a[name] === b[name]);
}

function workedMore({ worked }: Workload, { since }: HeldTicket, now: Instant): Workload['worked'] {
  const today = dayOf(now);
  const minutes = Math.min(longestWork, Math.round((now - since) / minute));
  const before = worked.find(({ day }) => day === today)?.minutes ?? 0;
  return [
    ...worked.filter(({ day }) => day !== today && day > addDays(today, -daysKept)),
    { day: today, minutes: before + minutes },
  ];
}
