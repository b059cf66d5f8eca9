import type { Caller } from '../../../kernel/caller';
import type { Context } from '../../../kernel/routes';
import type { Mover } from '../life';
import { isTaker } from '../reach';
import type { Step, Ticket } from '../ticket';
import type { Watchers } from '../watchers';
import { staffName, takerName } from './names';
import { moversOf, readerOf } from './reader';

/** As what a person acts on one ticket. */
export type Role = Exclude<Mover, 'whoeverCan' | 'system'>;

/** As what the caller does something, and how the timeline names the caller. */
export interface As {
  readonly mover: Role;
  readonly who: Pick<Step, 'by' | 'staffId'> & { readonly openid: string };
}

/** The first of these roles that the caller has towards the ticket; undefined where it is none. */
export function asOneOf(
  roles: readonly Role[],
  ticket: Ticket,
  { caller }: Pick<Context, 'caller'>,
  { staff }: Watchers,
): As | undefined {
  const movers = moversOf(readerOf(ticket, caller));
  const mover = roles.find((role) => movers.includes(role));
  const { openid } = caller;
  if (mover === undefined) return undefined;
  if (mover === 'reporter') return { mover, who: { openid } };
  const post = caller.posts.find(({ communityId }) => communityId === ticket.communityId);
  const member = staff.find(({ _id }) => _id === post?.staffId);
  return (
    member && {
      mover,
      who: { openid, staffId: member._id, by: staffName(member, mover === 'assignee' ? 'engineer' : mover) },
    }
  );
}

/** Whoever took it down, named as there; undefined where the caller is not that colleague. */
export function asTaker(ticket: Ticket, caller: Caller, { staff }: Watchers): As['who'] | undefined {
  const taker = isTaker(ticket, caller) && staff.find(({ _id }) => _id === ticket.reporter.takenBy);
  if (!taker) return undefined;
  return { openid: caller.openid, staffId: taker._id, by: takerName(taker) };
}
