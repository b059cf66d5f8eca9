import type { Day } from '../../../types/day';
import { readByIds } from '../../platform/database';
import { allJournalsOfDay } from '../ledger';
import type { PaymentOrder, Refund } from './order';
import { paymentOrders, refunds } from './paymentsStore';

/** At most 100. */
export function ordersByIds(orderIds: readonly string[]): Promise<readonly PaymentOrder[]> {
  return readByIds(paymentOrders, orderIds);
}

/** At most 100. */
export function refundsByIds(refundIds: readonly string[]): Promise<readonly Refund[]> {
  return readByIds(refunds, refundIds);
}

/** The orders whose money through WeChat our journals of that day hold, credited or kept to go back. */
export async function ordersReceivedOn(communityId: string, day: Day): Promise<readonly string[]> {
  const lines = (await allJournalsOfDay(communityId, day)).flatMap((journal) => journal.lines);
  const received = lines.filter(({ account, amount }) => account === 'wechatPay' && amount > 0);
  return [...new Set(received.flatMap(({ orderId }) => (orderId === undefined ? [] : [orderId])))];
}

/** Refunds our journals decided on that day. */
export async function refundsDecidedOn(communityId: string, day: Day): Promise<readonly string[]> {
  const journals = await allJournalsOfDay(communityId, day);
  const ids = journals.flatMap(({ kind, source }) =>
    kind === 'refund' && source.startsWith('refunds/') ? [source.slice('refunds/'.length)] : [],
  );
  return [...new Set(ids)];
}
