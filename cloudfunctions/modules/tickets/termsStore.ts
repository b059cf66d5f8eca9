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

/** The terms that hold in a community; a figure that came in after they were set is the usual one. One read. */
export async function termsOf(communityId: string): Promise<Terms> {
  const set = (await communityTerms(communityId))?.terms;
  return set ? { ...set, emergency: { ...usualTerms.emergency, ...set.emergency } } : usualTerms;
}
