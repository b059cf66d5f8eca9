import { dayOf, type Instant } from '../../../types/day';
import { type Changes, changes, replace } from '../../kernel/changes';
import type { HomeAccount } from '../charging';
import { freedOf, stillAsFrozen } from './account';
import { dueFor } from './dueKinds';
import type { PaymentOrder } from './order';
import { orderById, paymentOrders } from './paymentsStore';

export interface MadeRoom {
  readonly account: HomeAccount;
  readonly changes: Changes;
}

/** The order makes room at once; the tick closes it at WeChat. The account is for the caller to write. */
export function superseded(account: HomeAccount, order: PaymentOrder, now: Instant): MadeRoom {
  const { _id: orderId, state } = order;
  const room = freedOf(account, orderId);
  if (state !== 'creating' && state !== 'live') return { account: room, changes: changes({}) };
  return {
    account: room,
    changes: changes({
      writes: [replace(paymentOrders, order, { ...order, state: 'superseded' })],
      due: [dueFor('order', orderId, now)],
    }),
  };
}

/** After money was credited or bills were moved: a live order that no longer finds what it froze makes room. One read at most. */
export async function yieldTo(account: HomeAccount, now: Instant): Promise<MadeRoom> {
  const order = account.liveOrder && (await orderById(account.liveOrder.orderId));
  if (!order || stillAsFrozen(account, order, dayOf(order.createdAt)))
    return { account, changes: changes({}) };
  return superseded(account, order, now);
}
