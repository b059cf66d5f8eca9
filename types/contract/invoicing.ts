import * as z from 'zod/mini';
import type { Fen } from '../money';
import { declareChanging, declareReading } from './declare';
import { cursor, id, personName, sentence, unsignedAmount } from './fields';
import type { InvoiceState, PaidBill } from './payments';

/** An e-invoice (电子发票) for one payment (C3). */
export interface InvoiceView {
  readonly invoiceId: string;
  readonly orderId: string;
  readonly communityId: string;
  readonly place: string;
  readonly state: InvoiceState;
  readonly title: InvoiceTitle;
  /** What was paid with money and not given back; vouchers and prepayment are not invoiced here. */
  readonly amount: Fen;
  readonly bills: readonly PaidBill[];
  readonly askedAt: number;
  readonly number?: string;
  /** A link to the PDF that expires. */
  readonly link?: string;
  readonly redNumber?: string;
}

export interface InvoiceTitle {
  readonly kind: 'person' | 'company';
  readonly name: string;
  readonly taxNumber?: string;
  readonly email?: string;
}

const taxNumber = z.string().check(z.regex(/^[0-9A-Z]{15,20}$/));
const title = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    name: personName,
    email: z.optional(z.email().check(z.maxLength(100))),
  }),
  z.strictObject({
    kind: z.literal('company'),
    name: sentence,
    taxNumber,
    email: z.optional(z.email().check(z.maxLength(100))),
  }),
]);
const invoiceNumber = z.string().check(z.regex(/^[0-9]{8,20}$/));
const fileId = z.string().check(z.regex(/^cloud:\/\/[\x21-\x7e]+$/), z.maxLength(500));

export const invoicingContract = {
  'invoicing.ask': declareChanging<InvoiceView>()(z.strictObject({ orderId: id, title })),
  'invoicing.invoice': declareReading<InvoiceView>()(z.strictObject({ invoiceId: id })),
  'invoicing.queue': declareReading<{ readonly invoices: readonly InvoiceView[]; readonly next?: string }>()(
    z.strictObject({ communityId: id, which: z.enum(['asked', 'toBeRedFlushed', 'done']), after: cursor }),
  ),
  /**
   * The hand-issuing provider: finance has issued it elsewhere and uploads the PDF. `expectedAmount`, what it was issued for, is only
   * compared: refuses AMOUNT_CHANGED (`amount`) where a refund has taken from it meanwhile.
   */
  'invoicing.issue': declareChanging<InvoiceView>()(
    z.strictObject({ invoiceId: id, number: invoiceNumber, fileId, expectedAmount: unsignedAmount }),
  ),
  'invoicing.redFlush': declareChanging<InvoiceView>()(
    z.strictObject({ invoiceId: id, redNumber: invoiceNumber, fileId: z.optional(fileId) }),
  ),
} as const;
