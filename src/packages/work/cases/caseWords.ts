import type { CaseAction, CaseView } from '../../../../types/contract/reconciliation';
import { formatDay } from '../../../../types/day';
import { type Fen, noFen, subtractFen } from '../../../../types/money';

/** What stands between WeChat and us: more there is positive. Where one side has nothing, the other's whole amount. */
export function differenceOf({ ours, theirs }: Pick<CaseView, 'ours' | 'theirs'>): Fen {
  return subtractFen(theirs ?? noFen, ours ?? noFen);
}

/** 3栋2单元1201，2026年11月9日 */
export function caseLine({ place, day, owner }: Pick<CaseView, 'place' | 'day' | 'owner'>): string {
  const about = [place, formatDay(day), owner && `${owner}在处理`].filter((part) => part);
  return about.join('，');
}

export const actionNames: Readonly<Record<CaseAction, string>> = {
  credit: '记入预存',
  refund: '原路退回',
  explain: '写明原因',
};

/** What happens if it is resolved so, before it is. */
export const actionWords: Readonly<Record<CaseAction, string>> = {
  credit: '这笔钱记到这套房屋的预存里，以后自动抵扣账单。',
  refund: '这笔钱全部原路退回付款人的微信，并告诉付款人。',
  explain: '系统里的钱不动，只记下原因。请先在商户平台核实。',
};
