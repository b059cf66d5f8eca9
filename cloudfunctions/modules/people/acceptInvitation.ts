import type { ParsedOf } from '../../../types/contract';
import type { BoundHome } from '../../../types/contract/people';
import { placeName } from '../../../types/place';
import { granted, type Outcome } from '../../../types/refusal';
import { type Changes, changes, create, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import { maskedName } from '../../kernel/mask';
import type { Changing, Context } from '../../kernel/routes';
import { askPhone, type Proved } from './askPhone';
import type { Household, Settled } from './household';
import { accept, type InvitationRecord, invitationState } from './invitation';
import { householdOf, households, invitationById, invitations, residents } from './peopleStore';
import { tellMembers } from './told';

type Input = ParsedOf<'people.acceptInvitation'>;
type Made = { readonly homeId: string; readonly place: string };

/**
 * Row A1: the invited joins; the phone number is theirs to give or not. Members are told. Refuses INVITATION_USED,
 * INVITATION_EXPIRED, ALREADY_MEMBER, HOME_FULL, PHONE_CODE_SPENT, PHONE_UNAVAILABLE.
 */
export const acceptInvitation: Changing<Input, Partial<Proved>, Made, BoundHome> = {
  prepare: async ({ invitationId, phoneCode }, { now }, world): Promise<Outcome<Partial<Proved>>> => {
    if (phoneCode === undefined) return granted({});
    const invitation = await invitationById(invitationId);
    const isOpen = invitation !== undefined && invitationState(invitation, now) === 'open';
    // Where it is not, deciding says why; the number is not asked for in vain.
    return isOpen ? askPhone({ phoneCode }, world) : granted({});
  },
  decide: async ({ invitationId, name }, context, { phone }): Promise<Decision<Made>> => {
    const invitation = await invitationById(invitationId);
    const household = invitation && (await householdOf(invitation.homeId));
    if (!invitation || !household) return toRefuse('INVITATION_EXPIRED');
    const { caller, now, today, newId } = context;
    const ids = { openid: caller.openid, tenureId: newId(), residentId: newId() };
    const accepted = accept(household, invitation, ids, now, today);
    if (!accepted.ok) return { kind: 'refuse', refusal: accepted.refusal };
    return toDo(
      { homeId: household._id, place: placeName(household.place) },
      joiningChanges({ invitation, household }, accepted.value, { name, phone }, context),
    );
  },
  answer: async (made) => granted({ ...made, state: 'bound' }),
};

function joiningChanges(
  before: { readonly invitation: InvitationRecord; readonly household: Household },
  after: Settled & { readonly invitation: InvitationRecord },
  { name, phone }: { readonly name: string; readonly phone: string | undefined },
  { caller, today }: Context,
): Changes {
  const { _id: homeId, communityId } = before.household;
  const { residentId, id: tenureId, relation } = after.tenure;
  const words = { name: maskedName(name) };
  const told = tellMembers(before.household, { kind: 'memberJoined', words, except: caller.openid, today });
  const newcomer = { _id: residentId, communityId, name, ...(phone === undefined ? {} : { phone }) };
  return changes({
    writes: [
      replace(households, before.household, after.household),
      replace(invitations, before.invitation, after.invitation),
      create(residents, newcomer),
    ],
    audit: [
      {
        what: 'invitationAccepted',
        beneficiary: { openid: caller.openid, residentId, homeId, communityId },
        subjects: [`invitations/${before.invitation._id}`, `households/${homeId}`],
        facts: { tenureId, relation },
      },
    ],
    messages: told.messages,
    topics: [...told.topics, { openid: caller.openid, topic: 'homes' }],
  });
}
