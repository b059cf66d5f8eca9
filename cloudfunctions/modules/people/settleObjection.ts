import type { ParsedOf } from '../../../types/contract';
import type { Member } from '../../../types/contract/people';
import type { Changing } from '../../kernel/routes';
import { changeHousehold, type HouseholdMade } from './changeHousehold';
import type { Household } from './household';
import { members } from './members';
import { decideObjection } from './objection';
import { tellPerson } from './told';

/** Customer service has looked into an objection; both sides are told. Refuses NO_OBJECTION. */
export const settleObjection: Changing<
  ParsedOf<'people.decideObjection'>,
  void,
  HouseholdMade,
  readonly Member[]
> = {
  decide: ({ homeId, tenureId, verdict, reason }, context) =>
    changeHousehold(
      {
        homeId,
        what: verdict === 'stays' ? 'objectionDismissed' : 'objectionUpheld',
        reason,
        settle: (household) => decideObjection(household, { tenureId, verdict }, context.today),
        tell: (before) => tellBothSides(before, tenureId, verdict),
      },
      context,
    ),
  answer: members,
};

function tellBothSides(before: Household, tenureId: string, verdict: string) {
  const holder = before.tenures.find(({ id }) => id === tenureId)?.holder;
  const sides = [holder?.openid, holder?.objection?.by].filter((openid) => openid !== undefined);
  const told = sides.map((openid) => tellPerson(openid, before, 'objectionDecided', { verdict }));
  return {
    messages: told.flatMap(({ messages }) => messages),
    topics: told.flatMap(({ topics }) => topics),
  };
}
