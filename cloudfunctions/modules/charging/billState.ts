import type { BillState } from '../../../types/charge';
import type { Fen } from '../../../types/money';

export type BillMove =
  | 'publish'
  | 'question'
  | 'answer'
  | 'credit'
  | 'uncredit'
  | 'adjust'
  | 'void'
  | 'reissue';

/** Who may move a bill: the company's finance or customer service, one who owes or lives with it, or our own functions. */
export type BillMover = 'finance' | 'customerService' | 'resident' | 'system';

interface MoveRule {
  readonly from: readonly BillState[];
  /** `byMoney`: published, partly paid or paid, as its amount and credits say. */
  readonly to: BillState | 'byMoney';
  readonly by: readonly BillMover[];
  /** Only while nothing is credited to it: otherwise the money goes back first. */
  readonly unpaidOnly?: true;
}

/**
 * Every move a bill can make. A questioned bill is out of one-tap, but money that is already on its way is credited to it all the
 * same. Nothing leaves `void` and `reissued`: money that arrives for them goes back.
 */
export const billMoves: Readonly<Record<BillMove, MoveRule>> = {
  publish: { from: ['draft'], to: 'byMoney', by: ['finance', 'system'] },
  question: { from: ['published', 'partlyPaid'], to: 'questioned', by: ['resident', 'customerService'] },
  answer: { from: ['questioned'], to: 'byMoney', by: ['finance', 'customerService'] },
  credit: { from: ['published', 'partlyPaid', 'questioned'], to: 'byMoney', by: ['system'] },
  uncredit: { from: ['partlyPaid', 'paid'], to: 'byMoney', by: ['system'] },
  adjust: { from: ['published', 'questioned', 'partlyPaid', 'paid'], to: 'byMoney', by: ['finance'] },
  void: { from: ['draft', 'published', 'questioned'], to: 'void', by: ['finance'], unpaidOnly: true },
  reissue: { from: ['published', 'questioned'], to: 'reissued', by: ['finance'], unpaidOnly: true },
};

export type Moved =
  | { readonly kind: 'moved'; readonly state: BillState }
  | {
      readonly kind: 'refused';
      readonly reason: 'notYours' | 'notFromHere' | 'alreadyPaid' | 'overCredited';
    };

/**
 * Where a move leads. `from` is the bill's state before, `after` the amount and credits it will have. Credits above the amount are
 * refused: what is too much becomes prepayment or goes back, never a bill's.
 */
export function moveBill(from: BillState, move: BillMove, by: BillMover, after: BillMoney): Moved {
  const rule = billMoves[move];
  if (!rule.by.includes(by)) return { kind: 'refused', reason: 'notYours' };
  if (!rule.from.includes(from)) return { kind: 'refused', reason: 'notFromHere' };
  if (rule.unpaidOnly && after.credited !== 0) return { kind: 'refused', reason: 'alreadyPaid' };
  if (after.credited < 0 || after.credited > after.amount) return { kind: 'refused', reason: 'overCredited' };
  return { kind: 'moved', state: rule.to === 'byMoney' ? stateByMoney(after) : rule.to };
}

export interface BillMoney {
  readonly amount: Fen;
  readonly credited: Fen;
}

function stateByMoney({ amount, credited }: BillMoney): BillState {
  if (credited >= amount) return 'paid';
  return credited > 0 ? 'partlyPaid' : 'published';
}

/** Is it part of one-tap. */
export function isOpen(state: BillState): boolean {
  return state === 'published' || state === 'partlyPaid';
}
