import type { InputOf } from '../../../../types/contract';
import type { BillView } from '../../../../types/contract/charging';
import type { PaidBill } from '../../../../types/contract/payments';
import { type Fen, noFen, sumFen } from '../../../../types/money';
import { formatYuan, yuanText } from '../../../../types/yuan';
import { typedAmount } from '../counter/amountText';

export type LineName = InputOf<'payments.refund'>['lines'][number]['line'];

/** One line of a bill that can be given back, and what stands there to begin with. */
export interface RefundLine {
  readonly line: LineName;
  readonly text: string;
  readonly start: string;
}

/** What was typed, by bill and line: `text` empty gives nothing back. */
export interface TypedLine {
  readonly billId: string;
  readonly line: LineName;
  readonly text: string;
}

/** The lines of a paid bill: where it has one charge, all that was paid of it; several begin empty, for finance to say which. */
export function refundLinesOf(paid: PaidBill, bill: Pick<BillView, 'lines'>): readonly RefundLine[] {
  const charges = bill.lines.filter(({ kind }) => kind === 'charge');
  const start = charges.length === 1 ? yuanText(paid.principal) : '';
  return [
    ...charges.map(({ no, text, amount }) => ({
      line: no,
      text: charges.length === 1 ? text : `${text} ${formatYuan(amount)}，`,
      start,
    })),
    ...(paid.lateFee > 0 ? [{ line: 'lateFee' as const, text: '违约金', start: '' }] : []),
  ];
}

/** What is asked for; undefined while something typed is no amount, or nothing is. */
export function wishesOf(typed: readonly TypedLine[]): InputOf<'payments.refund'>['lines'] | undefined {
  const named = typed.filter(({ text }) => text.trim() !== '');
  const wishes = named.flatMap(({ billId, line, text }) => {
    const amount = typedAmount(text);
    return amount === undefined ? [] : [{ billId, line, amount }];
  });
  return wishes.length === 0 || wishes.length < named.length ? undefined : wishes;
}

export function totalOf(wishes: readonly { readonly amount: number }[]): Fen {
  return sumFen([noFen, ...wishes.map(({ amount }) => amount as Fen)]);
}

export type Afterwards = InputOf<'payments.refund'>['afterwards'];

export const afterwardsNames: Readonly<Record<Afterwards, string>> = {
  reopen: '账单再缴',
  adjust: '减免掉',
};

/** What becomes of the bills, before it does. */
export const afterwardsWords: Readonly<Record<Afterwards, string>> = {
  reopen: '退掉的部分重新待缴，业主还要再缴一次。',
  adjust: '账单按退款金额调低，业主不用再缴。',
};
