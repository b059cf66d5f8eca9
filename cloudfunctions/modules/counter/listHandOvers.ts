import type { ParsedOf } from '../../../types/contract';
import type { HandOver } from '../../../types/contract/counter';
import { granted, type Outcome } from '../../../types/refusal';
import { handOversOf } from './counterStore';
import { handOverHead } from './handOverView';

/** What was handed over, newest first; finance signs for what waits. */
export async function listHandOvers({
  communityId,
}: ParsedOf<'counter.handOvers'>): Promise<Outcome<readonly HandOver[]>> {
  return granted((await handOversOf(communityId)).map(handOverHead));
}
