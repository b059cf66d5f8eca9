import type { Day } from '../../../types/day';
import type { Household } from './household';
import type { Resident } from './resident';
import { fits, type SecondFact } from './secondFact';
import { isCurrent, type Tenure } from './tenure';

/** A home whose register knows the phone and the second fact. */
export interface Match {
  readonly household: Household;
  readonly tenure: Tenure;
  readonly resident: Resident;
}

export interface Proof {
  readonly communityId: string;
  readonly secondFact: SecondFact;
  /** Named by a printed code: only this home, and the room proves nothing. */
  readonly homeId?: string;
}

/** The homes that fit, one tenure of each: the first whose resident has the phone and fits the fact. */
export function matches(
  households: readonly Household[],
  withPhone: readonly Resident[],
  { communityId, secondFact, homeId }: Proof,
  today: Day,
): readonly Match[] {
  const residents = new Map(withPhone.map((resident) => [resident._id, resident]));
  return households
    .filter((household) => household.communityId === communityId)
    .filter((household) => homeId === undefined || household._id === homeId)
    .flatMap((household) => {
      const candidates = household.tenures.flatMap((tenure) => {
        const resident = residents.get(tenure.residentId);
        return resident && isCurrent(tenure, today) ? [{ household, tenure, resident }] : [];
      });
      const match = candidates.find(({ resident }) =>
        fits(secondFact, { name: resident.name, place: household.place }, homeId !== undefined),
      );
      return match ? [match] : [];
    });
}
