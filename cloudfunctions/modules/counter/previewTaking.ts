import type { ParsedOf } from '../../../types/contract';
import type { CounterPreview } from '../../../types/contract/counter';
import { fen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { emptyAccount, homeAccountOf } from '../charging';

import { previewOf, spreadOver } from './spread';

/** What an amount at the counter would pay; nothing is written. */
export async function previewTaking(
  { homeId, partyId, amount }: ParsedOf<'counter.preview'>,
  { target, today }: Context,
): Promise<Outcome<CounterPreview>> {
  if (target.kind === 'self') return refused('NOT_ALLOWED');
  const account = (await homeAccountOf(homeId)) ?? emptyAccount(homeId, target.communityId);
  return granted(previewOf(account, spreadOver(account, { partyId, amount: fen(amount) }, today)));
}
