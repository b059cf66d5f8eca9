import type { Day } from '../../../types/day';
import type { Caller, HeldHome, Post } from '../../kernel/caller';
import { type Household, tenureHeldBy } from './household';
import { householdsHeldBy, postsOf } from './peopleStore';
import { isOnStaff, type StaffMember } from './staffMember';
import { opensHome } from './tenure';

/** What our records say today of the account WeChat names: the homes that are open to it, the posts it holds. Two reads at once. */
export async function loadCaller(openid: string, today: Day): Promise<Caller> {
  const [held, staff] = await Promise.all([householdsHeldBy(openid), postsOf(openid)]);
  return {
    openid,
    homes: held.flatMap((household) => heldHome(household, openid, today)),
    posts: staff.filter((member) => isOnStaff(member, today)).map(post),
  };
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
