import type { OutputOf, ParsedOf } from '../../../types/contract';
import type { InvoiceState } from '../../../types/contract/payments';
import { granted, type Outcome } from '../../../types/refusal';
import { invoiceView } from './invoiceView';
import { invoicesIn } from './invoicingStore';

const statesOf: Readonly<Record<ParsedOf<'invoicing.queue'>['which'], readonly InvoiceState[]>> = {
  asked: ['asked'],
  toBeRedFlushed: ['toBeRedFlushed'],
  done: ['issued', 'redFlushed'],
};

/** What finance has to issue or to take back, oldest first, 20 a page. */
export async function listInvoices({
  communityId,
  which,
  after,
}: ParsedOf<'invoicing.queue'>): Promise<Outcome<OutputOf<'invoicing.queue'>>> {
  const { rows, next } = await invoicesIn(communityId, statesOf[which], after);
  const page = { invoices: await Promise.all(rows.map(invoiceView)) };
  return granted(next === undefined ? page : { ...page, next });
}
