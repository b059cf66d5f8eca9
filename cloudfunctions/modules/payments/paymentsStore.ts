import { ascending, closedCollection } from '../../kernel/collection';
import { findPage, type Page, readById } from '../../platform/database';
import type { PaymentOrder, Refund, Voucher } from './order';

export const paymentOrders = closedCollection<PaymentOrder>('paymentOrders', [
  ascending('payerOpenid', 'state', 'createdAt', '_id'),
  ascending('homeId', 'state', 'createdAt', '_id'),
  ascending('communityId', 'state', 'paidAt', '_id'),
  ascending('takenBy.staffId', 'handOverId'),
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

/** Orders this WeChat account paid, newest first. */
export function ordersPaidBy(openid: string, after: string | undefined): Promise<Page<PaymentOrder>> {
  return findPage(paymentOrders, {
    where: { payerOpenid: openid, state: 'paid' },
    by: 'createdAt',
    direction: 'desc',
    after,
  });
}
