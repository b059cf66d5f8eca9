import type { Outcome } from '../../../types/refusal';
import type { Moved } from '../../kernel/changes';
import { changes, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { MessageIntent } from '../../kernel/message';
import type { Context } from '../../kernel/routes';
import type { Household, Settled } from './household';
import { householdOf, households } from './peopleStore';

export interface HouseholdMade {
  readonly homeId: string;
}

export interface HouseholdChange {
  readonly homeId: string;
  readonly what: string;
  readonly reason?: string;
  settle(household: Household): Outcome<Settled>;
  tell(
    before: Household,
    settled: Settled,
  ): {
    readonly messages: readonly MessageIntent[];
    readonly topics: readonly Moved[];
  };
}

/** Loads a household, lets a pure rule change one tenure, and says whom it concerns. */
export async function changeHousehold(
  { homeId, what, reason, settle, tell }: HouseholdChange,
  { caller }: Context,
): Promise<Decision<HouseholdMade>> {
  const household = await householdOf(homeId);
  if (!household) return toRefuse('MEMBER_NOT_FOUND');
  const settled = settle(household);
  if (!settled.ok) return { kind: 'refuse', refusal: settled.refusal };
  const { tenure } = settled.value;
  const before = household.tenures.find(({ id }) => id === tenure.id);
  return toDo(
    { homeId },
    changes({
      writes: [replace(households, household, settled.value.household)],
      audit: [
        {
          what,
          beneficiary: {
            openid: before?.holder?.openid ?? caller.openid,
            residentId: tenure.residentId,
            homeId,
            communityId: household.communityId,
          },
          subjects: [`households/${homeId}`],
          facts: { tenureId: tenure.id, relation: tenure.relation },
          reason,
        },
      ],
      ...tell(household, settled.value),
    }),
  );
}
