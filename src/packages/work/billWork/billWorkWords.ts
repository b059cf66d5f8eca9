import type { BillLineView, BillView } from '../../../../types/contract/charging';
import type { Fen } from '../../../../types/money';
import { formatYuan } from '../../../../types/yuan';
import { amountProblem, typedAmount } from '../counter/amountText';

export type BillAction = 'void' | 'reissue';

export const actionNames: Readonly<Record<BillAction, string>> = { void: '作废', reissue: '重开' };

/** What happens if it is done, before it is. */
export const actionWords: Readonly<Record<BillAction, string>> = {
  void: '这笔账单不再要缴，业主看得到作废的原因。收过钱的账单要先退款。',
  reissue: '按现在的面积、单价和读数重新算一笔，旧的作废，新的马上待缴。',
};

/** Can finance still change it: drafts are changed by another run, closed bills never. */
export function isMovable({ state }: Pick<BillView, 'state'>): boolean {
  return state === 'published' || state === 'questioned' || state === 'partlyPaid' || state === 'paid';
}

/** Lines that can be put right: charges; adjustments stand against one of them. */
export function adjustableLines({ lines }: Pick<BillView, 'lines'>): readonly BillLineView[] {
  return lines.filter(({ kind }) => kind === 'charge');
}

/** What is wrong with an adjustment as it is typed; nothing while nothing is. No bill is made smaller than nothing. */
export function adjustProblem(text: string, direction: 'less' | 'more', amount: Fen): string | undefined {
  const typed = typedAmount(text);
  if (direction === 'less' && typed !== undefined && typed > amount)
    return `最多减 ${formatYuan(amount)}，整笔不要缴请用作废`;
  return amountProblem(text);
}
