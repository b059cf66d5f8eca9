import type { Instant } from '../../../types/day';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { liesIn } from '../../platform/files';
import type { Invoice, IssuedInvoice } from './invoice';

/** Who makes an invoice out. The first provider is a person with the tax bureau's own page; others follow by the same interface. */
export interface InvoiceProvider<Command> {
  readonly name: string;
  /** Gives the number and the file, or refuses. Asked once per invoice: the number is the provider's uniqueness. */
  issue(invoice: Invoice, command: Command, now: Instant): Outcome<IssuedInvoice>;
}

/** What finance types in after issuing it by hand: the number on it, and the PDF it has uploaded. */
export interface HandIssued {
  readonly number: string;
  readonly fileId: string;
}

/** Files of invoices lie under the community's own folder: no other file can be made an invoice. */
export function invoiceFolder(communityId: string): string {
  return `invoices/${communityId}/`;
}

/** Issued by hand and uploaded as PDF. Refuses INVALID_INPUT where the file is not one of this community's invoices. */
export const handIssuing: InvoiceProvider<HandIssued> = {
  name: 'hand',
  issue: ({ communityId }, { number, fileId }, now) =>
    liesIn(fileId, invoiceFolder(communityId))
      ? granted({ provider: 'hand', number, fileId, at: now })
      : refused('INVALID_INPUT', { field: 'fileId' }),
};
