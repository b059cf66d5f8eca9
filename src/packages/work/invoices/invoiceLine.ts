import type { InvoiceView } from '../../../../types/contract/invoicing';
import { momentWords } from '../../../words/timeWords';

type Shown = Pick<InvoiceView, 'place' | 'askedAt' | 'state' | 'number'>;

/** What became of an invoice that is done with; nothing while it waits. One whose payment went back before it was issued is void. */
function doneWords({ state, number }: Shown): string | undefined {
  if (state === 'issued') return '已开';
  if (state !== 'redFlushed') return undefined;
  return number === undefined ? '已退款，不用开' : '已冲红';
}

/** 3栋2单元1201，今天 14:20 申请; of one that is done with 3栋2单元1201，已冲红. */
export function invoiceLine(invoice: Shown, now: number): string {
  const stands = doneWords(invoice) ?? `${momentWords(invoice.askedAt, now)} 申请`;
  return `${invoice.place}，${stands}`;
}
