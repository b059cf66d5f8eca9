import type { CommunityChoice } from '../../../types/contract/community';
import { granted, type Outcome } from '../../../types/refusal';
import { liveCommunities } from './communityStore';

/** The communities one can bind a home in: names only, nothing of who lives there. */
export async function listCommunities(): Promise<Outcome<readonly CommunityChoice[]>> {
  const all = await liveCommunities();
  return granted(all.map(({ _id, name }) => ({ communityId: _id, name })));
}
