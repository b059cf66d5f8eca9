import type { BillLineView, BillView } from '../../../../types/contract/charging';

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
