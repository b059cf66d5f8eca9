import type { ParsedOf } from '../../../types/contract';
import type { CounterPreview } from '../../../types/contract/counter';
import { fen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { emptyAccount, homeAccountOf, spreadMoney } from '../charging';
import { asOf } from '../payments';
import { householdOf } from '../people';
import { usableFor } from './counterHome';
import { previewOf } from './spread';

/** What an amount at the counter would pay, and with what else; nothing is written. */
export async function previewTaking(
  input: ParsedOf<'counter.preview'>,
  { target, today, now }: Context,
): Promise<Outcome<CounterPreview>> {
  if (target.kind === 'self') return refused('NOT_ALLOWED');
  const { homeId, partyId } = input;
  const amount = fen(input.amount);
  const [found, household] = await Promise.all([homeAccountOf(homeId), householdOf(homeId)]);
  const account = asOf(found ?? emptyAccount(homeId, target.communityId), now);
  const usable = usableFor(partyId, account, household, today);
  return granted(previewOf(account, amount, spreadMoney(usable, { partyId, amount }, today)));
}
