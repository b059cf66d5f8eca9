import type { OutputOf, ParsedOf } from '../../../types/contract';
import { noFen } from '../../../types/money';
import { granted, type Outcome } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { type Account, accounts } from '../ledger';
import { sumsNow } from './countTotals';
import { totalsOf } from './deskStore';
import { noSums } from './totals';

const portionsPerLook = 60;

/** The trial balance (试算平衡): every account with its balance, debit positive. */
export async function seeAccounts(
  { communityId }: ParsedOf<'desk.accounts'>,
  { now }: Context,
): Promise<Outcome<OutputOf<'desk.accounts'>>> {
  const kept = (await totalsOf(communityId)) ?? noSums;
  const { sums } = await sumsNow(communityId, kept, { now, portions: portionsPerLook });
  const balances = new Map(sums.balances.map(({ account, amount }) => [account, amount]));
  return granted(
    (Object.keys(accounts) as Account[]).map((account) => ({
      account,
      name: accounts[account].name,
      balance: balances.get(account) ?? noFen,
    })),
  );
}
