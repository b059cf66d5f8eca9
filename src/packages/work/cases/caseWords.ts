import type { CaseAction, CaseView, ReconciledDay } from '../../../../types/contract/reconciliation';
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

/** How the last day that was compared with WeChat's bill ended: a day that could not be compared is no day without differences. */
export function dayWords(last: ReconciledDay | undefined): {
  readonly title: string;
  readonly line: string;
  readonly isFailed: boolean;
} {
  if (!last) return { title: '还没有对过账', line: '每天 10:30 核对前一天的微信账单。', isFailed: false };
  const { day, state, rows, matched, differences, failure } = last;
  const title = formatDay(day);
  if (state === 'failed') return { title, line: failure ?? '没有对成，请到商户平台核对', isFailed: true };
  if (state === 'waiting') return { title, line: '在等微信的账单，稍后自动核对', isFailed: false };
  const end = differences === 0 ? '全部一致' : `${matched} 笔一致，${differences} 笔有差异`;
  return { title, line: `微信账单 ${rows} 笔，${end}`, isFailed: false };
}
