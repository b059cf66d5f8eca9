import type { InvoiceTitle } from '../../../types/contract/invoicing';
import type { InvoiceState } from '../../../types/contract/payments';
import type { Instant } from '../../../types/day';
import { addFen, type Fen, noFen, sumFen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Stored } from '../../kernel/collection';
import type { LineCredit } from '../charging';

/** An invoice (电子发票) as it lies on disk. `_id` is order·number of the invoice for that order, from 1. */
export interface Invoice extends Stored {
  readonly communityId: string;
  readonly homeId: string;
  readonly orderId: string;
  readonly place: string;
  readonly state: InvoiceState;
  readonly title: InvoiceTitle;
  /** What it is made out for: frozen when it was asked for. */
  readonly amount: Fen;
  readonly askedBy: string;
  readonly askedAt: Instant;
  /** Which provider made it, and as what. */
  readonly issued?: IssuedInvoice;
  /** The red one (红字发票) that took it back. */
  readonly red?: { readonly number: string; readonly fileId?: string; readonly at: Instant };
}

export interface IssuedInvoice {
  readonly provider: string;
  readonly number: string;
  readonly fileId: string;
  readonly at: Instant;
}

/** What an order must look like to be invoiced: paid, and with what its lines were paid. */
export interface InvoiceableOrder {
  readonly _id: string;
  readonly communityId: string;
  readonly homeId: string;
  readonly place: string;
  readonly state: string;
  readonly credits?: readonly LineCredit[];
}

/**
 * What an invoice is made out for: what bills were paid with money and with prepayment, less what went back. A voucher is a discount,
 * and a prepayment is invoiced when it is used, never before (国家税务总局公告 2016 年第 53 号: 预付 is not yet taxable).
 */
export function invoiceable(credits: readonly LineCredit[] = []): Fen {
  return sumFen(credits.map(({ money, prepaid }) => addFen(money, prepaid)));
}

export function invoiceId(orderId: string, number: number): string {
  return `${orderId}·${number}`;
}

/**
 * An owner asks for an invoice (C3): one per payment; after the last one was taken back by a red one, another may be asked for.
 * Refuses INVOICE_NOT_POSSIBLE (not paid, nothing left to invoice), INVOICE_ALREADY_ASKED.
 */
export function askForInvoice(
  order: InvoiceableOrder,
  last: Invoice | undefined,
  asking: { readonly title: InvoiceTitle; readonly by: string; readonly now: Instant },
): Outcome<Omit<Invoice, 'version'>> {
  const amount = invoiceable(order.credits);
  if (order.state !== 'paid' || amount <= noFen) return refused('INVOICE_NOT_POSSIBLE');
  if (last && last.state !== 'redFlushed') return refused('INVOICE_ALREADY_ASKED');
  return granted({
    _id: invoiceId(order._id, last ? numberOf(last) + 1 : 1),
    communityId: order.communityId,
    homeId: order.homeId,
    orderId: order._id,
    place: order.place,
    state: 'asked',
    title: asking.title,
    amount,
    askedBy: asking.by,
    askedAt: asking.now,
  });
}

/** A provider has made it, for that amount. Refuses INVOICE_ALREADY_DECIDED, AMOUNT_CHANGED (`amount`: what it is now). */
export function issued(invoice: Invoice, as: IssuedInvoice, made: Fen): Outcome<Invoice> {
  if (invoice.state !== 'asked') return refused('INVOICE_ALREADY_DECIDED');
  if (invoice.amount !== made) return refused('AMOUNT_CHANGED', { amount: invoice.amount });
  return granted({ ...invoice, state: 'issued', issued: as });
}

/** It was taken back by a red one (冲红). Refuses INVOICE_ALREADY_DECIDED. */
export function redFlushed(invoice: Invoice, red: NonNullable<Invoice['red']>): Outcome<Invoice> {
  if (invoice.state !== 'issued' && invoice.state !== 'toBeRedFlushed')
    return refused('INVOICE_ALREADY_DECIDED');
  return granted({ ...invoice, state: 'redFlushed', red });
}

/**
 * Money of its payment goes back. One that was issued must be taken back by a red one first: it becomes a task of finance. One that was
 * only asked for is made out for what is left. The same object where nothing changes.
 */
export function onRefund(invoice: Invoice, left: readonly LineCredit[]): Invoice {
  if (invoice.state === 'issued') return { ...invoice, state: 'toBeRedFlushed' };
  if (invoice.state !== 'asked') return invoice;
  const amount = invoiceable(left);
  // Nothing left to invoice: the wish is void, and a later payment has its own.
  return amount > noFen ? { ...invoice, amount } : { ...invoice, amount, state: 'redFlushed' };
}

function numberOf({ _id }: Invoice): number {
  return Number(_id.slice(_id.lastIndexOf('·') + 1));
}
