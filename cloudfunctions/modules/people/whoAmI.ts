import type { MyBinding, MyHome, MyPost, WhoAmI } from '../../../types/contract/people';
import type { Day } from '../../../types/day';
import { placeName } from '../../../types/place';
import { granted, type Outcome } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { communityNames } from '../community';
import type { BindingRequest } from './binding';
import { type Household, tenureHeldBy } from './household';
import { householdsHeldBy, postsOf, waitingRequestsOf } from './peopleStore';
import { isOnStaff, type StaffMember } from './staffMember';
import { isSuspended } from './tenure';

/** The homes I hold, the posts I have, what I have asked for. Three reads at once, then one for the communities' names. */
export async function whoAmI(_input: unknown, { caller, today }: Context): Promise<Outcome<WhoAmI>> {
  const { openid } = caller;
  const [held, staff, waiting] = await Promise.all([
    householdsHeldBy(openid),
    postsOf(openid),
    waitingRequestsOf(openid),
  ]);
  const names = await communityNames(communitiesOf({ held, staff }));
  return granted(describeMe(openid, { held, staff, waiting }, names, today));
}

/** What is on record of one account. */
interface OnRecord {
  readonly held: readonly Household[];
  readonly staff: readonly StaffMember[];
  readonly waiting: readonly BindingRequest[];
}

export function communitiesOf({ held, staff }: Pick<OnRecord, 'held' | 'staff'>): readonly string[] {
  return [...new Set([...held, ...staff].map(({ communityId }) => communityId))];
}

/** The same from what has been read already. */
export function describeMe(
  openid: string,
  { held, staff, waiting }: OnRecord,
  names: ReadonlyMap<string, string>,
  today: Day,
): WhoAmI {
  const nameOf = (communityId: string) => names.get(communityId) ?? '';
  const posts = staff.filter((member) => isOnStaff(member, today));
  return {
    homes: held.flatMap((household) => myHome(household, openid, today, nameOf)),
    posts: posts.map(({ _id, communityId, duties }): MyPost => {
      return { communityId, communityName: nameOf(communityId), staffId: _id, duties };
    }),
    waiting: waiting.map(myBinding),
  };
}

function myHome(
  household: Household,
  openid: string,
  today: Context['today'],
  nameOf: (communityId: string) => string,
): MyHome[] {
  const tenure = tenureHeldBy(household, openid, today);
  if (!tenure) return [];
  const { _id, communityId, place } = household;
  return [
    {
      homeId: _id,
      communityId,
      communityName: nameOf(communityId),
      place: placeName(place),
      tenureId: tenure.id,
      relation: tenure.relation,
      isSuspended: isSuspended(tenure),
    },
  ];
}

function myBinding({ _id, communityId, place, relation }: BindingRequest): MyBinding {
  return { bindingId: _id, communityId, place: placeName(place), relation };
}
