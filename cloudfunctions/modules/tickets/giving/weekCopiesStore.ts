import type { Day } from '../../../../types/day';
import { closedCollection, type Stored } from '../../../kernel/collection';
import { readById } from '../../../platform/database';
import type { Keeps } from './copiedWeek';

/** One week of the roster being made as the week before was, person by person; `_id` is communityId·first day. */
export interface WeekCopy extends Stored {
  readonly communityId: string;
  readonly from: Day;
  readonly keeps: Keeps;
  /** Whose turn is still to come, in that order. */
  readonly waiting: readonly string[];
  /** Shifts that were planned so far. */
  readonly copied: number;
  /** Shifts that were taken away so far, of days that were free the week before. */
  readonly takenAway: number;
  /** Who had shifts and can have none any more, on some day of the week. */
  readonly left: readonly string[];
  readonly overlapping: readonly { readonly staffId: string; readonly day: Day }[];
  /** Left as it is, as a shift of that day had begun. */
  readonly begun: readonly { readonly staffId: string; readonly day: Day }[];
}

export const weekCopies = closedCollection<WeekCopy>('weekCopies');

export function weekCopyId(communityId: string, from: Day): string {
  return `${communityId}·${from}`;
}

/** One read. */
export function weekCopyById(id: string): Promise<WeekCopy | undefined> {
  return readById(weekCopies, id);
}
