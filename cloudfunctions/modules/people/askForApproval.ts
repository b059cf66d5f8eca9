import type { Relation } from '../../../types/role';
import { type Changes, changes, save } from '../../kernel/changes';
import { maskedName } from '../../kernel/mask';
import type { Context } from '../../kernel/routes';
import { type BindingRequest, bindingId } from './binding';
import { type Household, memberOpenids } from './household';
import { bindingRequests } from './peopleStore';
import { tellCustomerService } from './told';

export interface Asking {
  readonly name: string;
  readonly phone: string;
  readonly relation: Relation;
  readonly tenureId?: string;
  readonly note?: string;
}

/** A request that an owner of the home or customer service decides; both are told. `before` is an earlier one of this person. */
export function askForApproval(
  household: Omit<Household, 'version'>,
  before: BindingRequest | undefined,
  { caller, now, today }: Context,
  asking: Asking,
): Changes {
  const { openid } = caller;
  const { _id: homeId, communityId, place } = household;
  const request: Omit<BindingRequest, 'version'> = {
    _id: bindingId(homeId, openid),
    communityId,
    homeId,
    place,
    openid,
    ...asking,
    askedAt: before?.state === 'waiting' ? before.askedAt : now,
    state: 'waiting',
  };
  const words = { name: maskedName(asking.name) };
  const owners = memberOpenids(
    { ...household, version: 0, tenures: household.tenures.filter(isOwner) },
    today,
  );
  return changes({
    writes: [save(bindingRequests, before, request)],
    audit: [
      {
        what: 'bindingAsked',
        beneficiary: { openid, homeId, communityId },
        subjects: [`bindingRequests/${request._id}`],
        facts: { relation: asking.relation, fitsRegister: asking.tenureId !== undefined },
      },
    ],
    messages: [
      ...owners.map((owner) => ({ to: { openid: owner }, kind: 'bindingAsked' as const, words })),
      ...tellCustomerService(household, 'bindingAsked', words),
    ],
    topics: [openid, ...owners].map((each) => ({ openid: each, topic: 'homes' })),
  });
}

function isOwner({ relation }: Household['tenures'][number]): boolean {
  return relation === 'owner';
}
