import type { InvoiceView } from '../../../../types/contract/invoicing';
import type { Receipt } from '../../../../types/contract/payments';
import { type Fen, sumFen } from '../../../../types/money';
import type { TimelineStep } from '../../../components';
import { momentWords } from '../../../words/timeWords';

/** What an invoice of this payment comes to: what is left of money and prepayment; a voucher is no money, a refund is taken off. */
export function invoiceAmount({ left }: Pick<Receipt, 'left'>): Fen {
  return sumFen(left.flatMap(({ money, prepaid }) => [money, prepaid]));
}

export function invoiceFacts({ title, place, number, redNumber }: InvoiceView): readonly {
  readonly name: string;
  readonly value: string;
}[] {
  return [
    { name: '抬头', value: title.name },
    ...(title.taxNumber ? [{ name: '税号', value: title.taxNumber }] : []),
    { name: '房屋', value: place },
    ...(number ? [{ name: '发票号码', value: number }] : []),
    ...(redNumber ? [{ name: '红字发票号码', value: redNumber }] : []),
  ];
}

/** Asked, issued, taken back: newest first, the next step on top. */
export function invoiceSteps(
  { state, askedAt }: Pick<InvoiceView, 'state' | 'askedAt'>,
  now: number,
): readonly TimelineStep[] {
  const asked: TimelineStep = {
    title: '已申请',
    time: momentWords(askedAt, now),
    state: state === 'asked' ? 'now' : 'done',
  };
  if (state === 'asked') return [{ title: '财务开具', line: '开好后发到消息里', state: 'next' }, asked];
  const issued: TimelineStep = { title: '已开具', state: state === 'issued' ? 'now' : 'done' };
  if (state === 'issued') return [issued, asked];
  const flushed: TimelineStep =
    state === 'redFlushed'
      ? { title: '已冲红，这张发票不再有效', state: 'now' }
      : { title: '有退款，财务正在冲红这张发票', state: 'now' };
  return [flushed, { ...issued, state: 'done' }, asked];
}
