import { closedCollection, type Stored } from '../../kernel/collection';
import { readById } from '../../platform/database';
import { usualTerms } from './terms';
import type { Terms } from './ticket';

/** What a community has set otherwise than `usualTerms`; `_id` is the community's. */
export interface CommunityTerms extends Stored {
  readonly terms: Terms;
}

export const serviceTerms = closedCollection<CommunityTerms>('serviceTerms');

/** One read. */
export function communityTerms(communityId: string): Promise<CommunityTerms | undefined> {
  return readById(serviceTerms, communityId);
}

/** The terms that hold in a community. One read. */
export async function termsOf(communityId: string): Promise<Terms> {
  return (await communityTerms(communityId))?.terms ?? usualTerms;
}
