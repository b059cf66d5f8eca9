import type { BillState } from '../../../types/charge';
import { ascending, closedCollection } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, findAll, findPage, is, type Page, readById, readByIds } from '../../platform/database';
import { type Bill, bills } from '../charging';
import type { OrderState, PaymentOrder, Refund, Voucher } from './order';

export const paymentOrders = closedCollection<PaymentOrder>('paymentOrders', [
  ascending('payerOpenid', 'state', 'createdAt', '_id'),
  ascending('homeId', 'state', 'createdAt', '_id'),
  ascending('communityId', 'state', 'paidAt', '_id'),
  ascending('takenBy.staffId', 'handOverId', '_id'),
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

/** Every refund of an order; WeChat takes at most 50 of one. */
export function refundsOf(orderId: string): Promise<readonly Refund[]> {
  return find(refunds, { where: { orderId }, limit: limits.documentsPerQuery });
}

/** The last five orders of this WeChat account for a home whose money came, newest first. */
export function lastOrdersPaidBy(openid: string, homeId: string): Promise<readonly PaymentOrder[]> {
  const states: readonly OrderState[] = ['paid', 'returned'];
  return find(paymentOrders, {
    where: { payerOpenid: openid, state: is.oneOf(states), homeId },
    orderBy: [['createdAt', 'desc']],
    limit: 5,
  });
}

/** No read without ids. */
export function refundsByIds(refundIds: readonly string[]): Promise<readonly Refund[]> {
  return readByIds(refunds, refundIds);
}

/** Orders that were paid for a home, newest first, by whomever. */
export function ordersPaidFor(homeId: string, after: string | undefined): Promise<Page<PaymentOrder>> {
  return findPage(paymentOrders, {
    where: { homeId, state: 'paid' },
    by: 'createdAt',
    direction: 'desc',
    after,
  });
}

/** The last property fee that was published for a home. */
export async function lastFeeBillOf(homeId: string): Promise<Bill | undefined> {
  const states: readonly BillState[] = ['published', 'partlyPaid', 'paid', 'questioned'];
  const [bill] = await find(bills, {
    where: { homeId, state: is.oneOf(states), purpose: 'propertyFee' },
    orderBy: [['period.first', 'desc']],
    limit: 1,
  });
  return bill;
}

export function voucherById(voucherId: string): Promise<Voucher | undefined> {
  return readById(vouchers, voucherId);
}

export function vouchersByIds(voucherIds: readonly string[]): Promise<readonly Voucher[]> {
  return readByIds(vouchers, voucherIds);
}

/** All that one member of staff took until one hand-over; newest first. One read for every hundred. */
export async function ordersOfHandOver(
  staffId: string,
  handOverId: string,
): Promise<readonly PaymentOrder[]> {
  const taken = await findAll(paymentOrders, { 'takenBy.staffId': staffId, handOverId });
  return [...taken].sort((one, other) => other.createdAt - one.createdAt);
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
