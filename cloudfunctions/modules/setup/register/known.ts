import type { Day, Instant } from '../../../../types/day';
import type { ChargeAssignment, ChargeItem, MeterRecord, Reading } from '../../charging';
import type { Community, Home } from '../../community';
import type { Household, Resident, StaffMember } from '../../people';

/** What the community's records say before anything of a file is brought in. */
export interface Known {
  readonly community: Community;
  readonly homes: readonly Home[];
  readonly households: readonly Household[];
  readonly residents: readonly Resident[];
  readonly staff: readonly StaffMember[];
  readonly items: readonly ChargeItem[];
  readonly assignments: readonly ChargeAssignment[];
  readonly meters: readonly MeterRecord[];
  /** Of the meters the file has readings for, from a month before its first reading on. */
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
  /** Of the vouchers the file names, those that are booked: by id. */
  readonly vouchers: ReadonlySet<string>;
}

/** When the file is checked. */
export interface Moment {
  readonly now: Instant;
  readonly today: Day;
}

/** Residents see nothing of it yet: nothing can have been changed in the app. */
export function isPreparing({ community }: Pick<Known, 'community'>): boolean {
  return community.state === 'preparing';
}
