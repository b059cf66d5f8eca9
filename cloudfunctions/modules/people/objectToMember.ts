import type { ParsedOf } from '../../../types/contract';
import type { Member } from '../../../types/contract/people';
import { placeName } from '../../../types/place';
import type { Changing } from '../../kernel/routes';
import { changeHousehold, type HouseholdMade } from './changeHousehold';
import { members } from './members';
import { object } from './objection';
import { tellCustomerService, tellPerson } from './told';

/**
 * Row A1: members may object to who bound by the register alone; customer service and the contested are told. Refuses
 * MEMBER_NOT_FOUND, OBJECTION_NOT_POSSIBLE, OBJECTION_ALREADY_RAISED, OBJECTION_TOO_LATE.
 */
export const objectToMember: Changing<
  ParsedOf<'people.objectToMember'>,
  void,
  HouseholdMade,
  readonly Member[]
> = {
  decide: ({ homeId, tenureId, reason }, context) => {
    const { caller, now, today } = context;
    return changeHousehold(
      {
        homeId,
        what: 'objectionRaised',
        reason,
        settle: (household) => object(household, { tenureId, openid: caller.openid, reason }, now, today),
        tell: (before, { tenure }) => {
          const contested = tenure.holder?.openid ?? caller.openid;
          const told = tellPerson(contested, before, 'objectionRaised');
          const page = `objections?homeId=${homeId}&place=${encodeURIComponent(placeName(before.place))}`;
          const service = tellCustomerService(before, 'objectionRaised', { reason }, page);
          return { ...told, messages: [...told.messages, ...service] };
        },
      },
      context,
    );
  },
  answer: members,
};
