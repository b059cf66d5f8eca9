import type { Day, Instant } from '../../../types/day';
import type { Place } from '../../../types/place';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Relation } from '../../../types/role';
import type { Stored } from '../../kernel/collection';
import { addMember, currentTenure, type Household, handTo, type Settled } from './household';

/**
 * A request to be let into a home, decided by an owner of it or by customer service. `_id` is home·openid: one per person and
 * home; a new one takes the place of a decided one.
 */
export interface BindingRequest extends Stored {
  readonly communityId: string;
  readonly homeId: string;
  readonly place: Place;
  readonly openid: string;
  readonly name: string;
  /** From WeChat, so it is the asker's own. */
  readonly phone: string;
  readonly relation: Relation;
  /** The registered tenure it fits, if there is one. */
  readonly tenureId?: string;
  readonly note?: string;
  readonly askedAt: Instant;
  readonly state: 'waiting' | 'approved' | 'rejected';
  readonly decided?: { readonly by: string; readonly at: Instant; readonly reason?: string };
}

export function bindingId(homeId: string, openid: string): string {
  return `${homeId}·${openid}`;
}

/** Who decides, and as what. */
export interface Decider {
  readonly openid: string;
  readonly as: 'owner' | 'customerService';
}

export interface Approval extends Settled {
  readonly request: BindingRequest;
}

/** Ids for what an approval may have to make. */
export interface NewIds {
  readonly tenureId: string;
  readonly residentId: string;
}

/**
 * Lets the asker in: into the registered tenure that fits, else as a new member from today on. Nobody decides about themselves,
 * and an owner does not put another member out: both NOT_ALLOWED. Refuses BINDING_ALREADY_DECIDED, ALREADY_MEMBER, HOME_FULL.
 */
export function approve(
  household: Household,
  request: BindingRequest,
  decider: Decider,
  { now, today, ids }: { readonly now: Instant; readonly today: Day; readonly ids: NewIds },
): Outcome<Approval> {
  const obstacle = obstacleToDeciding(request, decider);
  if (obstacle) return refused(obstacle);
  const holder = { openid: request.openid, since: now, by: decider.as };
  const registered = request.tenureId ? currentTenure(household, request.tenureId, today) : undefined;
  const held = registered?.holder;
  if (held && decider.as === 'owner' && held.openid !== decider.openid) return refused('NOT_ALLOWED');
  const settled = registered
    ? handTo(household, { tenureId: registered.id, holder }, today)
    : addMember(
        household,
        { id: ids.tenureId, residentId: ids.residentId, relation: request.relation, from: today, holder },
        today,
      );
  if (!settled.ok) return settled;
  const decided = { by: decider.openid, at: now };
  return granted({ ...settled.value, request: { ...request, state: 'approved', decided } });
}

export function reject(
  request: BindingRequest,
  decider: Decider,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): Outcome<BindingRequest> {
  const obstacle = obstacleToDeciding(request, decider);
  if (obstacle) return refused(obstacle);
  return granted({ ...request, state: 'rejected', decided: { by: decider.openid, at: now, reason } });
}

function obstacleToDeciding(
  request: BindingRequest,
  { openid }: Decider,
): 'BINDING_ALREADY_DECIDED' | 'NOT_ALLOWED' | undefined {
  if (request.openid === openid) return 'NOT_ALLOWED';
  return request.state === 'waiting' ? undefined : 'BINDING_ALREADY_DECIDED';
}
