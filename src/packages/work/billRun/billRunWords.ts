import type { BillRunRow, BillRunState, BillRunView, OutlierKind } from '../../../../types/contract/charging';
import { addMonths, formatMonth, type Month } from '../../../../types/day';
import { formatYuan } from '../../../../types/yuan';
import type { Tone } from '../../../components';

export const runStates: Readonly<Record<BillRunState, { readonly text: string; readonly tone: Tone }>> = {
  drafting: { text: '正在出账', tone: 'info' },
  drafted: { text: '待核对', tone: 'brand' },
  publishing: { text: '正在发布', tone: 'info' },
  published: { text: '已发布', tone: 'good' },
};

/** Of a run that was given up, whatever it was at. */
export const stuckState = { text: '停下了', tone: 'warn' } as const;

/** Is the cloud at work on it. */
export function isAtWork({ state }: Pick<BillRunView, 'state'>): boolean {
  return state === 'drafting' || state === 'publishing';
}

/** How far it is, 0 to 100; a community without homes is through. */
export function percentOf({ homesDone, homes }: Pick<BillRunView, 'homesDone' | 'homes'>): number {
  return homes === 0 ? 100 : Math.min(100, Math.floor((homesDone * 100) / homes));
}

const outlierNames: Readonly<Record<OutlierKind, string>> = {
  muchMore: '比上期多很多',
  muchLess: '比上期少很多',
  nothingNow: '这期是 0',
  firstTime: '第一次出账',
};

/** 比上期多很多，上期 ¥100.00; why it could not be billed. */
export function rowLine(row: Pick<BillRunRow, 'itemName' | 'outlier' | 'lastAmount' | 'unbillable'>): string {
  const last = row.lastAmount === undefined ? undefined : `上期 ${formatYuan(row.lastAmount)}`;
  const said = [row.itemName, row.unbillable, row.outlier && outlierNames[row.outlier], last];
  return said.filter((part) => part).join('，');
}

/** What is asked once before bills go out. */
export function publishQuestion(run: Pick<BillRunView, 'month' | 'bills' | 'sum' | 'unbillable'>): string {
  const left = run.unbillable > 0 ? `还有 ${run.unbillable} 笔没能出账，补齐资料后可以再出。` : '';
  return `${formatMonth(run.month)} ${run.bills} 笔账单，合计 ${formatYuan(run.sum)}。发布后业主马上能看到并缴费。${left}`;
}

/** The months one may begin a run for: next month is the latest. Newest first. */
export function startableMonths(thisMonth: Month): readonly Month[] {
  return [1, 0, -1, -2].map((months) => addMonths(thisMonth, months));
}

/** What to say where the work on a run was given up. */
export function stuckWords(state: BillRunState): { readonly title: string; readonly sentence: string } {
  return state === 'publishing'
    ? { title: '发布停下了', sentence: '系统试了几次没有发完。再试一次会接着发，已经发布的不会重复。' }
    : { title: '出账停下了', sentence: '系统试了几次没有出完。再试一次会重新走一遍，草稿不会重复。' };
}
