import type { ParsedOf } from '../../../types/contract';
import type { Day } from '../../../types/day';
import { fen } from '../../../types/money';
import { granted } from '../../../types/refusal';
import { changes, create, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { emptyAccount, homeAccountOf, homeAccounts } from '../charging';
import { communityById } from '../community';
import { journals } from '../ledger';
import { householdOf } from '../people';
import { dueFor } from './dueKinds';
import { paymentNumber } from './newOrder';
import { vouchers } from './paymentsStore';
import { topicsOfHome } from './told';
import { grantVoucherTo, voucherEnds } from './voucher';

type Made = { readonly voucherId: string };

/** Finance gives a home a voucher; the next property fee uses it by itself. Refuses COMMUNITY_NOT_SET_UP, VOUCHER_NOT_SOUND. */
export const grantVoucher: Changing<ParsedOf<'payments.grantVoucher'>, void, Made, Made> = {
  decide: async ({ homeId, amount, expiresOn, reason }, context): Promise<Decision<Made>> => {
    const { target, now, today, newId } = context;
    if (target.kind !== 'home') return toRefuse('NOT_ALLOWED');
    const { communityId } = target;
    const [read, household, community] = await Promise.all([
      homeAccountOf(homeId),
      householdOf(homeId),
      communityById(communityId),
    ]);
    // What is still being brought in may be taken out again: nothing is booked on it.
    if (community?.state === 'preparing') return toRefuse('COMMUNITY_NOT_SET_UP');
    const voucherId = `V${paymentNumber(now, newId())}`;
    const about = { id: voucherId, communityId, homeId, amount: fen(amount), reason };
    const account = read ?? emptyAccount(homeId, communityId);
    const given = grantVoucherTo(account, { ...about, expiresOn: expiresOn as Day }, now);
    if (!given.ok) return { kind: 'refuse', refusal: given.refusal };
    const { voucher, journal } = given.value;
    return toDo(
      { voucherId },
      changes({
        writes: [create(vouchers, voucher), save(homeAccounts, read, given.value.account)],
        journal: [create(journals, journal)],
        audit: [
          {
            what: 'voucherGranted',
            beneficiary: { homeId, communityId },
            subjects: [`vouchers/${voucherId}`],
            reason,
            facts: { amount },
          },
        ],
        topics: topicsOfHome(household, undefined, today),
        due: [dueFor('voucherExpiry', voucherId, voucherEnds(voucher.expiresOn))],
      }),
    );
  },
  answer: async (made) => granted(made),
};
