import type { Instant } from '../../../types/day';
import { changes } from '../../kernel/changes';
import type { HomeAccount } from '../charging';
import { freedOf } from './account';
import { orderById } from './paymentsStore';
import { type MadeRoom, superseded } from './supersede';

/** Whatever live order the account has makes room: for money that is there already, at the counter. One read at most. */
export async function makeRoom(account: HomeAccount, now: Instant): Promise<MadeRoom> {
  const { liveOrder } = account;
  if (!liveOrder) return { account, changes: changes({}) };
  const order = await orderById(liveOrder.orderId);
  return order
    ? superseded(account, order, now)
    : { account: freedOf(account, liveOrder.orderId), changes: changes({}) };
}
