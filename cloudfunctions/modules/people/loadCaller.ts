import type { Day } from '../../../types/day';
import type { Caller, HeldHome, Post } from '../../kernel/caller';
import { type Household, tenureHeldBy } from './household';
import { householdsHeldBy, postsOf } from './peopleStore';
import { isOnStaff, type StaffMember } from './staffMember';
import { opensHome } from './tenure';

/** What was read to know the caller; what only rests on it, in the same request, need not read it again. */
export interface ReadForCaller {
  readonly held: readonly Household[];
  readonly staff: readonly StaffMember[];
}
const readFor = new WeakMap<Caller, ReadForCaller>();

/** Not for whoever changes it: after a change it is what was. Undefined for a caller that was not loaded here. */
export function readForCaller(caller: Caller): ReadForCaller | undefined {
  return readFor.get(caller);
}

/** What our records say today of the account WeChat names: the homes that are open to it, the posts it holds. Two reads at once. */
export async function loadCaller(openid: string, today: Day): Promise<Caller> {
  const [held, staff] = await Promise.all([householdsHeldBy(openid), postsOf(openid)]);
  const caller: Caller = {
    openid,
    homes: held.flatMap((household) => heldHome(household, openid, today)),
    posts: staff.filter((member) => isOnStaff(member, today)).map(post),
  };
  readFor.set(caller, { held, staff });
  return caller;
}

function heldHome(household: Household, openid: string, today: Day): HeldHome[] {
  const tenure = tenureHeldBy(household, openid, today);
  if (!tenure || !opensHome(tenure, today)) return [];
  const { id: tenureId, residentId, relation } = tenure;
  return [{ homeId: household._id, communityId: household.communityId, tenureId, residentId, relation }];
}

function post({ _id, communityId, duties }: StaffMember): Post {
  return { communityId, staffId: _id, duties };
}
