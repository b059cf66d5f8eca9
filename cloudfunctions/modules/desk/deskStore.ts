import type { Instant } from '../../../types/day';
import type { Fen } from '../../../types/money';
import { closedCollection, type Stored } from '../../kernel/collection';
import { readById } from '../../platform/database';
import type { CommunityTotals } from './totals';

export const communityTotals = closedCollection<CommunityTotals>('communityTotals');

export const arrearsAges = ['notDue', 'to30', 'to90', 'to365', 'beyond'] as const;
export type ArrearsAge = (typeof arrearsAges)[number];

/** What is open by how long it is overdue, as the night's walk over all home accounts found it. `_id` is the community's. */
export interface CommunityArrears extends Stored {
  readonly countedAt: Instant;
  readonly ages: readonly { readonly age: ArrearsAge; readonly amount: Fen; readonly homes: number }[];
}

export const communityArrears = closedCollection<CommunityArrears>('communityArrears');

export function totalsOf(communityId: string): Promise<CommunityTotals | undefined> {
  return readById(communityTotals, communityId);
}

export function arrearsOf(communityId: string): Promise<CommunityArrears | undefined> {
  return readById(communityArrears, communityId);
}
