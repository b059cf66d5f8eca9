import type { ParsedOf } from '../../../types/contract';
import type { Invitation } from '../../../types/contract/people';
import type { Day } from '../../../types/day';
import { changes, create, unchanged } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { tenureHeldBy } from './household';
import { invite } from './invitation';
import { householdOf, households, invitations, residentById, unexpiredInvitations } from './peopleStore';
import { seeInvitation } from './seeInvitation';

type Made = { readonly invitationId: string };

/** Row A1: an owner invites one family member or tenant; the link is shared in WeChat, good once, for 3 days. Refuses TENURE_ENDS_IN_PAST, TOO_MANY_INVITATIONS. */
export const inviteMember: Changing<ParsedOf<'people.inviteMember'>, void, Made, Invitation> = {
  decide: async ({ homeId, relation, until }, context): Promise<Decision<Made>> => {
    const { caller, now, today, newId } = context;
    const [household, waiting] = await Promise.all([householdOf(homeId), unexpiredInvitations(homeId, now)]);
    const tenure = household && tenureHeldBy(household, caller.openid, today);
    if (!household || !tenure) return toRefuse('NOT_ALLOWED');
    const invitationId = newId();
    const inviterName = (await residentById(tenure.residentId))?.name ?? '';
    const open = waiting.filter(({ acceptedBy }) => acceptedBy === undefined).length;
    const invited = invite(
      household,
      // The contract has checked that it is a day.
      { invitationId, inviter: caller.openid, inviterName, relation, until: until as Day | undefined },
      { now, today, open },
    );
    if (!invited.ok) return { kind: 'refuse', refusal: invited.refusal };
    return toDo(
      { invitationId },
      changes({
        expected: [unchanged(households, homeId, household)],
        writes: [create(invitations, invited.value)],
        audit: [
          {
            what: 'memberInvited',
            beneficiary: { homeId, communityId: household.communityId },
            subjects: [`invitations/${invitationId}`],
            facts: { relation },
          },
        ],
      }),
    );
  },
  answer: seeInvitation,
};
