import type { Instant } from '../../../types/day';
import { changes, create, replace } from '../../kernel/changes';
import { type Decision, toDo } from '../../kernel/decision';
import type { DueHandler } from '../../kernel/due';
import { limits } from '../../kernel/limits';
import { settle } from '../../platform/settle';
import { homeAccountOf, homeAccounts } from '../charging';
import { communityById } from '../community';
import { journals } from '../ledger';
import { voucherById } from './paymentsStore';
import { expireVoucher } from './voucher';

const author = { action: 'payments.lookAfterVoucher', actor: { as: 'payments' } };

/**
 * Takes away what a voucher is still worth after its last day; an order that is being paid with it is waited for, and a community that is
 * still being brought in: nothing is booked on what may be taken out again.
 */
export const lookAfterVoucher: DueHandler = async (voucherId, ports) => {
  const decide = async (): Promise<Decision<Instant | 'never'>> => {
    const now = ports.now();
    const voucher = await voucherById(voucherId);
    const account = voucher && (await homeAccountOf(voucher.homeId));
    const expired = account && expireVoucher(account, voucherId, now);
    if (!account || !expired) return toDo('never', changes({}));
    const { liveOrder } = account;
    if (liveOrder && now < liveOrder.expiresAt) return toDo((now + limits.orderLife) as Instant, changes({}));
    const { _id: homeId, communityId } = account;
    if ((await communityById(communityId))?.state === 'preparing')
      return toDo((now + limits.seldomestLook) as Instant, changes({}));
    return toDo(
      'never',
      changes({
        writes: [replace(homeAccounts, account, expired.account)],
        journal: [create(journals, expired.journal)],
        audit: [
          {
            what: 'voucherExpired',
            beneficiary: { homeId, communityId },
            subjects: [`vouchers/${voucherId}`],
          },
        ],
      }),
    );
  };
  const settled = await settle({ author, decide }, ports);
  return settled.ok ? settled.value : ((ports.now() + limits.tickRetry) as Instant);
};
