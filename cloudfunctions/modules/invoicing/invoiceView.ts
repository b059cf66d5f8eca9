import type { InvoiceView } from '../../../types/contract/invoicing';
import type { Outcome } from '../../../types/refusal';
import { granted, refused } from '../../../types/refusal';
import { linksTo } from '../../platform/files';
import { billsOfOrder, orderById } from '../payments';
import type { Invoice } from './invoice';
import { invoiceById } from './invoicingStore';

/** An invoice as its payer and finance see it, with a link to its file that expires. */
export async function invoiceView(invoice: Invoice): Promise<InvoiceView> {
  const [order, links] = await Promise.all([
    orderById(invoice.orderId),
    linksTo(invoice.issued ? [invoice.issued.fileId] : []),
  ]);
  const { _id, orderId, communityId, place, state, title, amount, askedAt, issued, red } = invoice;
  const link = issued && links.get(issued.fileId);
  return {
    invoiceId: _id,
    orderId,
    communityId,
    place,
    state,
    title,
    amount,
    bills: order ? await billsOfOrder(order) : [],
    askedAt,
    ...(issued ? { number: issued.number } : {}),
    ...(link ? { link } : {}),
    ...(red ? { redNumber: red.number } : {}),
  };
}

/** The answer of every action about one invoice. */
export async function answerInvoice({
  invoiceId,
}: {
  readonly invoiceId: string;
}): Promise<Outcome<InvoiceView>> {
  const invoice = await invoiceById(invoiceId);
  return invoice ? granted(await invoiceView(invoice)) : refused('NOT_ALLOWED');
}
