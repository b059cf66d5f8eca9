import type { ParsedOf } from '../../../types/contract';
import type { InvoiceView } from '../../../types/contract/invoicing';
import { fen } from '../../../types/money';
import type { Outcome } from '../../../types/refusal';
import { refused } from '../../../types/refusal';
import { changes, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { liesIn } from '../../platform/files';
import { type Invoice, issued, redFlushed } from './invoice';
import { answerInvoice } from './invoiceView';
import { invoiceById, invoices } from './invoicingStore';
import { handIssuing, invoiceFolder } from './provider';

type Made = { readonly invoiceId: string };

/** Row C3: finance has issued it by hand and uploads the PDF; the payer is told at once. Refuses INVOICE_ALREADY_DECIDED, AMOUNT_CHANGED. */
export const issueInvoice: Changing<ParsedOf<'invoicing.issue'>, void, Made, InvoiceView> = {
  decide: ({ invoiceId, number, fileId, expectedAmount }, { now }) =>
    changeInvoice(invoiceId, 'invoiceIssued', (invoice) => {
      const by = handIssuing.issue(invoice, { number, fileId }, now);
      return by.ok ? issued(invoice, by.value, fen(expectedAmount)) : by;
    }),
  answer: answerInvoice,
};

/** An invoice that was issued is taken back by a red one (冲红). Refuses INVOICE_ALREADY_DECIDED. */
export const redFlushInvoice: Changing<ParsedOf<'invoicing.redFlush'>, void, Made, InvoiceView> = {
  decide: ({ invoiceId, redNumber, fileId }, { now }: Context) =>
    changeInvoice(invoiceId, 'invoiceRedFlushed', (invoice) => {
      if (fileId !== undefined && !liesIn(fileId, invoiceFolder(invoice.communityId)))
        return refused('INVALID_INPUT', { field: 'fileId' });
      return redFlushed(invoice, { number: redNumber, at: now, ...(fileId ? { fileId } : {}) });
    }),
  answer: answerInvoice,
};

async function changeInvoice(
  invoiceId: string,
  what: 'invoiceIssued' | 'invoiceRedFlushed',
  change: (invoice: Invoice) => Outcome<Invoice>,
): Promise<Decision<Made>> {
  const invoice = await invoiceById(invoiceId);
  if (!invoice) return toRefuse('NOT_ALLOWED');
  const next = change(invoice);
  if (!next.ok) return { kind: 'refuse', refusal: next.refusal };
  const { communityId, homeId, orderId, place, askedBy } = invoice;
  return toDo(
    { invoiceId },
    changes({
      writes: [replace(invoices, invoice, next.value)],
      audit: [
        {
          what,
          beneficiary: { openid: askedBy, homeId, communityId },
          subjects: [`invoices/${invoiceId}`, `paymentOrders/${orderId}`],
        },
      ],
      messages: [
        {
          to: { openid: askedBy },
          kind: what === 'invoiceIssued' ? 'invoiceReady' : 'invoiceTakenBack',
          words: { place, amount: invoice.amount },
          page: `packages/bills/receipt/index?orderId=${orderId}`,
        },
      ],
      topics: [{ openid: askedBy, topic: 'payments' }],
    }),
  );
}
