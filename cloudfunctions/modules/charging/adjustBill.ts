import { addFen, type Fen } from '../../../types/money';
import type { Bill } from './bill';
import { type AdjustmentLine, netByLine, sumOfLines } from './billLine';

export interface Adjustment {
  /** The charge line that is put right. */
  readonly against: number;
  /** Up or down, never nothing. */
  readonly amount: Fen;
  /** Shown on the bill as what the new line rests on. */
  readonly reason: string;
}

export type Adjusting =
  | { readonly kind: 'adjusted'; readonly bill: Bill; readonly line: AdjustmentLine }
  | {
      readonly kind: 'refused';
      readonly reason: 'noSuchLine' | 'nothingAdjusted' | 'reasonMissing' | 'belowNothing';
    };

/**
 * A bill with one more line. No line may fall below nothing, so that what is owed can always be named by line. Whether it falls
 * below what was paid is for `moveBill` to refuse: the refund comes first.
 */
export function adjustBill(bill: Bill, { against, amount, reason }: Adjustment): Adjusting {
  const adjusted = bill.lines.find(({ kind, no }) => kind === 'charge' && no === against);
  const net = netByLine(bill.lines).find(({ no }) => no === against);
  if (!adjusted || !net) return { kind: 'refused', reason: 'noSuchLine' };
  if (amount === 0) return { kind: 'refused', reason: 'nothingAdjusted' };
  if (reason.trim() === '') return { kind: 'refused', reason: 'reasonMissing' };
  if (addFen(net.amount, amount) < 0) return { kind: 'refused', reason: 'belowNothing' };
  const no = Math.max(...bill.lines.map((line) => line.no)) + 1;
  const { range } = adjusted;
  const line: AdjustmentLine = {
    no,
    kind: 'adjustment',
    against,
    text: '调整',
    range,
    amount,
    basis: reason,
  };
  const lines = [...bill.lines, line];
  return { kind: 'adjusted', line, bill: { ...bill, lines, amount: sumOfLines(lines) } };
}
