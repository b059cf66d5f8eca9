import type { Day, Instant } from '../../../types/day';
import type { Place } from '../../../types/place';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { addMember, type Household, type Settled, tenureHeldBy } from './household';
import { isSuspended } from './tenure';

/** An owner's word that one person may join; whoever opens the link first takes it. `_id` cannot be guessed. */
export interface InvitationRecord extends Stored {
  readonly communityId: string;
  readonly homeId: string;
  readonly place: Place;
  readonly inviter: string;
  readonly inviterName: string;
  readonly relation: 'family' | 'tenant';
  /** The tenancy's last day. */
  readonly until?: Day;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly acceptedBy?: string;
}

export interface Inviting {
  readonly invitationId: string;
  readonly inviter: string;
  readonly inviterName: string;
  readonly relation: 'family' | 'tenant';
  readonly until?: Day;
}

/** Refuses TENURE_ENDS_IN_PAST and TOO_MANY_INVITATIONS (`open`: how many of this home wait). */
export function invite(
  household: Household,
  { invitationId, ...invitation }: Inviting,
  { now, today, open }: { readonly now: Instant; readonly today: Day; readonly open: number },
): Outcome<Omit<InvitationRecord, 'version'>> {
  if (invitation.until !== undefined && invitation.until < today) return refused('TENURE_ENDS_IN_PAST');
  if (open >= limits.openInvitationsPerHome) return refused('TOO_MANY_INVITATIONS');
  const { _id: homeId, communityId, place } = household;
  const expiresAt = (now + limits.invitation) as Instant;
  return granted({ _id: invitationId, communityId, homeId, place, ...invitation, madeAt: now, expiresAt });
}

export interface Accepting {
  readonly openid: string;
  readonly tenureId: string;
  readonly residentId: string;
}

/** Refuses INVITATION_USED, INVITATION_EXPIRED (by time, or because the inviter is no owner here any more), ALREADY_MEMBER, HOME_FULL. */
export function accept(
  household: Household,
  invitation: InvitationRecord,
  { openid, tenureId, residentId }: Accepting,
  now: Instant,
  today: Day,
): Outcome<Settled & { readonly invitation: InvitationRecord }> {
  if (invitation.acceptedBy !== undefined) return refused('INVITATION_USED');
  const inviter = tenureHeldBy(household, invitation.inviter, today);
  const isGone = inviter?.relation !== 'owner' || isSuspended(inviter);
  const isOver = invitation.until !== undefined && invitation.until < today;
  if (now > invitation.expiresAt || isGone || isOver) return refused('INVITATION_EXPIRED');
  const { relation, until } = invitation;
  const joined = addMember(
    household,
    {
      id: tenureId,
      residentId,
      relation,
      from: today,
      ...(until === undefined ? {} : { to: until }),
      holder: { openid, since: now, by: 'invitation' },
    },
    today,
  );
  if (!joined.ok) return joined;
  return granted({ ...joined.value, invitation: { ...invitation, acceptedBy: openid } });
}

export function invitationState(
  { acceptedBy, expiresAt }: InvitationRecord,
  now: Instant,
): 'open' | 'accepted' | 'expired' {
  if (acceptedBy !== undefined) return 'accepted';
  return now > expiresAt ? 'expired' : 'open';
}
