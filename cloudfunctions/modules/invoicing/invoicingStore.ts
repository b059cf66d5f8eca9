import type { InvoiceState } from '../../../types/contract/payments';
import { ascending, closedCollection } from '../../kernel/collection';
import { find, findPage, is, type Page, readById } from '../../platform/database';
import type { Invoice } from './invoice';

export const invoices = closedCollection<Invoice>('invoices', [
  ascending('communityId', 'state', 'askedAt', '_id'),
  ascending('orderId', 'askedAt'),
]);

export function invoiceById(invoiceId: string): Promise<Invoice | undefined> {
  return readById(invoices, invoiceId);
}

/** The youngest of an order. One read. */
export async function lastInvoiceOf(orderId: string): Promise<Invoice | undefined> {
  const [last] = await find(invoices, { where: { orderId }, orderBy: [['askedAt', 'desc']], limit: 1 });
  return last;
}

/** What finance works off, oldest first. */
export function invoicesIn(
  communityId: string,
  states: readonly InvoiceState[],
  after: string | undefined,
): Promise<Page<Invoice>> {
  return findPage(invoices, {
    where: { communityId, state: is.oneOf(states) },
    by: 'askedAt',
    direction: 'asc',
    after,
  });
}
