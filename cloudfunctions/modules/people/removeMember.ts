import type { ParsedOf } from '../../../types/contract';
import type { Member } from '../../../types/contract/people';
import type { Changing } from '../../kernel/routes';
import { changeHousehold, type HouseholdMade } from './changeHousehold';
import { type Household, removeMember as removed } from './household';
import { members } from './members';
import { tellPerson } from './told';

/** Row A1: an owner ends a family member's or tenant's tenure; access ends at once. Refuses MEMBER_NOT_FOUND, NOT_ALLOWED. */
export const removeMember: Changing<
  ParsedOf<'people.removeMember'>,
  void,
  HouseholdMade,
  readonly Member[]
> = {
  decide: ({ homeId, tenureId }, context) =>
    changeHousehold(
      {
        homeId,
        what: 'memberRemoved',
        settle: (household) => removed(household, tenureId, context.today),
        tell: (before) => tellHolder(before, tenureId),
      },
      context,
    ),
  answer: members,
};

function tellHolder(before: Household, tenureId: string) {
  const holder = before.tenures.find(({ id }) => id === tenureId)?.holder;
  return holder ? tellPerson(holder.openid, before, 'membershipEnded') : { messages: [], topics: [] };
}
