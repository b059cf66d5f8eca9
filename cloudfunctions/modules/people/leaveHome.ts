import type { ParsedOf } from '../../../types/contract';
import type { WhoAmI } from '../../../types/contract/people';
import type { Changing } from '../../kernel/routes';
import { changeHousehold, type HouseholdMade } from './changeHousehold';
import { leave } from './household';
import { tellMembers } from './told';
import { whoAmI } from './whoAmI';

/**
 * Row A1: leaving ends access at once. The action reaches for oneself, so that the same request answers the same after one has
 * left. The others are told. Refuses MEMBER_NOT_FOUND.
 */
export const leaveHome: Changing<ParsedOf<'people.leaveHome'>, void, HouseholdMade, WhoAmI> = {
  decide: ({ homeId }, context) => {
    const { caller, today } = context;
    return changeHousehold(
      {
        homeId,
        what: 'homeLeft',
        settle: (household) => leave(household, caller.openid, today),
        tell: (before) => {
          const told = tellMembers(before, { kind: 'memberLeft', words: {}, except: caller.openid, today });
          return { ...told, topics: [...told.topics, { openid: caller.openid, topic: 'homes' }] };
        },
      },
      context,
    );
  },
  answer: whoAmI,
};
