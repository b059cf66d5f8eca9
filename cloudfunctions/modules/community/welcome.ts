import type { Welcome } from '../../../types/contract/community';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { liveCommunities } from './communityStore';

/** The company's first community, for who has not said yet where they live. */
export async function welcome(): Promise<Outcome<Welcome>> {
  const [community] = await liveCommunities();
  if (!community) return refused('COMMUNITY_NOT_SET_UP');
  return granted({ communityName: community.name });
}
