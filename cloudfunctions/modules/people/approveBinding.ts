import type { ParsedOf } from '../../../types/contract';
import type { Binding } from '../../../types/contract/people';
import { type Changes, changes, create, replace, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import { maskedName } from '../../kernel/mask';
import type { Changing, Context } from '../../kernel/routes';
import { homeById } from '../community';
import { type Approval, approve, type BindingRequest } from './binding';
import { bindingAnswer, decider } from './bindingView';
import type { Household } from './household';
import { bindingRequestById, bindingRequests, householdOf, households, residents } from './peopleStore';
import { emptyHousehold } from './requestBinding';
import { tellMembers, tellPerson } from './told';

type Made = { readonly bindingId: string };

/**
 * Row A1: an owner of the home or customer service lets the asker in; members are told. Refuses NOT_ALLOWED (about oneself; an
 * owner putting a member out), BINDING_ALREADY_DECIDED, ALREADY_MEMBER, HOME_FULL.
 */
export const approveBinding: Changing<ParsedOf<'people.approveBinding'>, void, Made, Binding> = {
  decide: async ({ bindingId }, context): Promise<Decision<Made>> => {
    const request = await bindingRequestById(bindingId);
    if (!request) return toRefuse('NOT_ALLOWED');
    const [stored, home] = await Promise.all([householdOf(request.homeId), homeById(request.homeId)]);
    const household = stored ?? (home && emptyHousehold(home));
    if (!household) return toRefuse('HOME_NOT_FOUND');
    const { now, today, newId } = context;
    const ids = { tenureId: newId(), residentId: newId() };
    const approved = approve(household, request, decider(context), { now, today, ids });
    if (!approved.ok) return { kind: 'refuse', refusal: approved.refusal };
    return toDo(
      { bindingId },
      approvalChanges({ request, household, stored, isNew: ids }, approved.value, context),
    );
  },
  answer: bindingAnswer,
};

interface Before {
  readonly request: BindingRequest;
  readonly household: Household;
  readonly stored: Household | undefined;
  readonly isNew: { readonly residentId: string };
}

function approvalChanges(before: Before, approval: Approval, { caller, today }: Context): Changes {
  const { request, household, stored } = before;
  const { tenure } = approval;
  const { communityId, name, phone, openid } = request;
  const newcomer =
    tenure.residentId === before.isNew.residentId
      ? [create(residents, { _id: tenure.residentId, communityId, name, phone })]
      : [];
  const earlier = household.tenures.find(({ id }) => id === tenure.id)?.holder?.openid;
  const out = earlier && earlier !== openid ? tellPerson(earlier, household, 'membershipEnded') : undefined;
  const words = { name: maskedName(name) };
  const members = tellMembers(household, { kind: 'memberJoined', words, except: caller.openid, today });
  const asker = tellPerson(openid, household, 'bindingApproved');
  return changes({
    writes: [
      save(households, stored, approval.household),
      replace(bindingRequests, request, approval.request),
      ...newcomer,
    ],
    audit: [
      {
        what: 'bindingApproved',
        beneficiary: { openid, residentId: tenure.residentId, homeId: request.homeId, communityId },
        subjects: [`bindingRequests/${request._id}`, `households/${request.homeId}`],
        facts: { tenureId: tenure.id, relation: tenure.relation },
      },
    ],
    messages: [...members.messages, ...asker.messages, ...(out?.messages ?? [])],
    topics: [...members.topics, ...asker.topics, ...(out?.topics ?? [])],
  });
}
