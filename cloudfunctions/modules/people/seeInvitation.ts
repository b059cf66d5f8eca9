import type { Invitation } from '../../../types/contract/people';
import { maskedPlace } from '../../../types/place';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { maskedName } from '../../kernel/mask';
import type { Context } from '../../kernel/routes';
import { communityNames } from '../community';
import { invitationState } from './invitation';
import { invitationById } from './peopleStore';

/** What whoever holds the link may know before accepting: masked. Refuses INVITATION_EXPIRED where there is none. */
export async function seeInvitation(
  { invitationId }: { readonly invitationId: string },
  { now }: Context,
): Promise<Outcome<Invitation>> {
  const invitation = await invitationById(invitationId);
  if (!invitation) return refused('INVITATION_EXPIRED');
  const { communityId, place, inviterName, relation, expiresAt } = invitation;
  const names = await communityNames([communityId]);
  return granted({
    invitationId,
    communityName: names.get(communityId) ?? '',
    place: maskedPlace(place),
    inviter: maskedName(inviterName),
    relation,
    state: invitationState(invitation, now),
    expiresAt,
  });
}
