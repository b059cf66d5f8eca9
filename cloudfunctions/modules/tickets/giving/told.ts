import { type Instant, minuteOfDay } from '../../../../types/day';
import type { Duty } from '../../../../types/role';
import type { ClockKind } from '../../../../types/ticket';
import { clockNames } from '../../../../types/ticketNames';
import type { Addressee, MessageIntent } from '../../../kernel/message';
import type { Fired } from '../clocks';
import { messageWords } from '../reporting/title';
import { staffPage } from '../staffPage';
import type { Assignee, Ticket } from '../ticket';

/** Whoever is offered it is told, and whoever had it before. */
export function offerTold(before: Ticket, next: Ticket): readonly MessageIntent[] {
  const { assignee } = next;
  if (!assignee) return [];
  const to = reaching(assignee);
  return [
    {
      to,
      kind: 'ticketOffered',
      words: { ...messageWords(next), urgency: next.urgency },
      page: staffPage(next, to),
    },
    ...reassignedTold(before, assignee),
  ];
}

/** Whoever had it hears who has it now, unless they themselves gave it away. */
function reassignedTold(
  before: Ticket,
  { staffId, name }: Pick<Assignee, 'staffId' | 'name'>,
): readonly MessageIntent[] {
  const had = before.assignee;
  if (!had || had.staffId === staffId) return [];
  return [{ to: reaching(had), kind: 'ticketReassigned', words: { ...messageWords(before), name } }];
}

/** Nobody on duty is left who could be asked. */
export function unassignedTold(ticket: Ticket): readonly MessageIntent[] {
  const to = { duty: 'supervisor' };
  return [{ to, kind: 'ticketUnassigned', words: messageWords(ticket), page: staffPage(ticket, to) }];
}

/** One message for each level of each clock whose time has come (B4). */
export function lateTold(ticket: Ticket, fired: readonly Fired[]): readonly MessageIntent[] {
  return fired.map((one) => {
    const to = toldOf(ticket, one);
    const clock = `${clockNames[one.kind]}时限 ${timeOf(one.by)}`;
    return {
      ...{ to, kind: 'ticketLate' },
      words: { ...messageWords(ticket), level: one.level, clock },
      page: staffPage(ticket, to),
    };
  });
}

/** Whose the clocks are that no engineer has. */
const keepers: Partial<Readonly<Record<ClockKind, Duty>>> = {
  answer: 'customerService',
  revisit: 'customerService',
  revisitSupervisor: 'supervisor',
  revisitManager: 'projectManager',
  plan: 'supervisor',
};

/** Level 1 whoever has it, and while nobody has it the supervisor; 2 the supervisor; 3 the project manager. */
function toldOf({ assignee }: Ticket, { kind, level }: Fired): Addressee {
  if (level === 3) return { duty: 'projectManager' };
  if (level === 2) return { duty: 'supervisor' };
  const keeper = keepers[kind];
  if (keeper) return { duty: keeper };
  return assignee ? reaching(assignee) : { duty: 'supervisor' };
}

/** Who has no WeChat account is reached by the supervisor. */
function reaching({ openid }: Pick<Assignee, 'openid'>): Addressee {
  return openid === undefined ? { duty: 'supervisor' } : { openid };
}

/** 09:05 */
function timeOf(at: Instant): string {
  const minutes = minuteOfDay(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
