import type { Duty } from '../../../../types/role';
import type { TicketState } from '../../../../types/ticket';
import type { Caller } from '../../../kernel/caller';
import type { Mover } from '../life';
import { isAssignedTo, isOfTheirHome, isReporter } from '../reach';
import type { Ticket } from '../ticket';

/** Who reads a ticket, or does something with it. */
export interface Reader {
  readonly openid: string;
  /** Reported it, or lives in the home whose repair it is. */
  readonly isOwner: boolean;
  readonly isAssignee: boolean;
  /** In the ticket's community. */
  readonly duties: readonly Duty[];
}

const deskDuties = ['customerService', 'supervisor', 'projectManager'] as const;

export function readerOf(ticket: Ticket, caller: Caller): Reader {
  const { openid, posts } = caller;
  return {
    openid,
    isOwner: isReporter(ticket, caller) || isOfTheirHome(ticket, caller),
    isAssignee: isAssignedTo(ticket, caller),
    duties: posts
      .filter(({ communityId }) => communityId === ticket.communityId)
      .flatMap(({ duties }) => duties),
  };
}

export function isDesk({ duties }: Reader): boolean {
  return deskDuties.some((duty) => duties.includes(duty));
}

/** May this reader open the ticket: whoever only took it down may add to it, and reads nothing of what came after. */
export function mayRead(reader: Reader): boolean {
  return reader.isOwner || reader.isAssignee || isDesk(reader);
}

/** While it is in somebody's hands, that somebody must be able to call. */
const inHands: readonly TicketState[] = ['accepted', 'working', 'paused', 'finished'];

/** May this reader open the whole number of whoever reported it (`ticketWork.openContact`): a view shows it masked to everybody. */
export function mayOpenContact({ state, reporter }: Ticket, reader: Reader): boolean {
  return reporter.phone !== '' && (isDesk(reader) || (reader.isAssignee && inHands.includes(state)));
}

/** As what this reader may move the ticket. */
export function moversOf({ isOwner, isAssignee, duties }: Reader): readonly Mover[] {
  return [
    ...(isOwner ? (['reporter'] as const) : []),
    ...(isAssignee ? (['assignee'] as const) : []),
    ...deskDuties.filter((duty) => duties.includes(duty)),
  ];
}
