import type { Welcome } from '../../../types/contract/community';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { findCommunity } from './communityStore';

export async function welcome(): Promise<Outcome<Welcome>> {
  const community = await findCommunity();
  if (!community) return refused('COMMUNITY_NOT_SET_UP');
  return granted({ communityName: community.name });
}
