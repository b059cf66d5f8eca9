import { ascending, closedCollection } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, findPage, type Page, readById } from '../../platform/database';
import type { PaymentOrder, Refund, Voucher } from './order';

export const paymentOrders = closedCollection<PaymentOrder>('paymentOrders', [
  ascending('payerOpenid', 'state', 'createdAt', '_id'),
  ascending('homeId', 'state', 'createdAt', '_id'),
  ascending('communityId', 'state', 'paidAt', '_id'),
  ascending('takenBy.staffId', 'handOverId', 'createdAt'),
]);

export const refunds = closedCollection<Refund>('refunds', [
  ascending('orderId'),
  ascending('communityId', 'state', 'createdAt', '_id'),
]);

export const vouchers = closedCollection<Voucher>('vouchers', [ascending('homeId')]);

export function orderById(orderId: string): Promise<PaymentOrder | undefined> {
  return readById(paymentOrders, orderId);
}

export function refundById(refundId: string): Promise<Refund | undefined> {
  return readById(refunds, refundId);
}

/** What one member of staff took until one hand-over; newest first, the last 100. */
export function ordersOfHandOver(staffId: string, handOverId: string): Promise<readonly PaymentOrder[]> {
  return find(paymentOrders, {
    where: { 'takenBy.staffId': staffId, handOverId },
    orderBy: [['createdAt', 'desc']],
    limit: limits.documentsPerQuery,
  });
}

/** Orders this WeChat account paid, newest first. */
export function ordersPaidBy(openid: string, after: string | undefined): Promise<Page<PaymentOrder>> {
  return findPage(paymentOrders, {
    where: { payerOpenid: openid, state: 'paid' },
    by: 'createdAt',
    direction: 'desc',
    after,
  });
}
