import type { ParsedOf } from '../../../types/contract';
import type { InvoiceView } from '../../../types/contract/invoicing';
import { changes, create, replace } from '../../kernel/changes';
import { toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { maySeeReceipt, orderById, paymentOrders } from '../payments';
import { askForInvoice } from './invoice';
import { answerInvoice } from './invoiceView';
import { invoices, lastInvoiceOf } from './invoicingStore';

type Made = { readonly invoiceId: string };

/** Row C3: the payer asks for an invoice with a title from WeChat; finance is told. Refuses INVOICE_NOT_POSSIBLE, INVOICE_ALREADY_ASKED. */
export const askInvoice: Changing<ParsedOf<'invoicing.ask'>, void, Made, InvoiceView> = {
  decide: async ({ orderId, title }, context) => {
    const { caller, now } = context;
    const [order, last] = await Promise.all([orderById(orderId), lastInvoiceOf(orderId)]);
    // Money of the counter names no payer: it is for whoever sees its receipt, which a successor does not.
    if (!order || !(await maySeeReceipt(order, context))) return toRefuse('NOT_ALLOWED');
    const asked = askForInvoice(order, last, { title, by: caller.openid, now });
    if (!asked.ok) return { kind: 'refuse', refusal: asked.refusal };
    const invoiceId = asked.value._id;
    return toDo(
      { invoiceId },
      changes({
        // The order is written too: a refund of it and this wish cannot pass each other.
        writes: [create(invoices, asked.value), replace(paymentOrders, order, { ...order, invoiceId })],
        audit: [
          {
            what: 'invoiceAsked',
            beneficiary: { homeId: order.homeId, communityId: order.communityId },
            subjects: [`invoices/${invoiceId}`, `paymentOrders/${orderId}`],
            facts: { amount: asked.value.amount },
          },
        ],
        messages: [
          { to: { duty: 'finance' }, kind: 'invoiceAsked', words: { place: order.place }, page: 'invoices' },
        ],
      }),
    );
  },
  answer: answerInvoice,
};
