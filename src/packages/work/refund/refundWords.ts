import type { InputOf } from '../../../../types/contract';
import type { BillView } from '../../../../types/contract/charging';
import type { PaidLine } from '../../../../types/contract/payments';
import { type Fen, noFen, sumFen } from '../../../../types/money';
import { formatYuan, yuanText } from '../../../../types/yuan';
import { purses } from '../../../paying/receiptRefunds';
import { amountProblem, typedAmount } from '../counter/amountText';

export type LineName = InputOf<'payments.refund'>['lines'][number]['line'];

/** One line of a bill that can be given back: at most what is left of it, and what stands there to begin with. */
export interface RefundLine {
  readonly line: LineName;
  readonly text: string;
  readonly most: Fen;
  readonly start: string;
}

/** What was typed, by bill and line: `text` empty gives nothing back, more than `most` cannot be asked for. */
export interface TypedLine {
  readonly billId: string;
  readonly line: LineName;
  readonly text: string;
  readonly most: Fen;
}

/** The lines of a paid bill that still have something left: one alone begins with all of it; of several finance says which. */
export function refundLinesOf(
  left: readonly PaidLine[],
  bill: Pick<BillView, 'billId' | 'lines'>,
): readonly RefundLine[] {
  const lines = left.filter(({ billId }) => billId === bill.billId);
  const isOne = lines.filter(({ line }) => line !== 'lateFee').length === 1;
  return lines.map((paid) => {
    const { line } = paid;
    const most = purses(paid);
    const text = bill.lines.find(({ no }) => no === line)?.text;
    const start = isOne && line !== 'lateFee' ? yuanText(most) : '';
    return { line, text: line === 'lateFee' ? '违约金' : (text ?? `第 ${line} 项`), most, start };
  });
}

/** What is wrong with what was typed for a line; nothing while nothing is. */
export function refundProblem(text: string, most: Fen): string | undefined {
  const amount = typedAmount(text);
  return amount !== undefined && amount > most ? `这一项最多退 ${formatYuan(most)}` : amountProblem(text);
}

/** What is asked for; undefined while something typed is no amount or too much, or nothing is. */
export function wishesOf(typed: readonly TypedLine[]): InputOf<'payments.refund'>['lines'] | undefined {
  const named = typed.filter(({ text }) => text.trim() !== '');
  const wishes = named.flatMap(({ billId, line, text, most }) => {
    const amount = typedAmount(text);
    return amount === undefined || amount > most ? [] : [{ billId, line, amount }];
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
