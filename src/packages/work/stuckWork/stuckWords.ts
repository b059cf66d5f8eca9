import type { StuckWork } from '../../../../types/contract/desk';
import { momentWords } from '../../../words/timeWords';

interface KindWords {
  readonly title: string;
  /** What people notice while it stands still. */
  readonly line: string;
}

const kinds: Readonly<Record<string, KindWords>> = {
  checkImport: { title: '检查导入的表格', line: '表格还没有检查完，什么都没有写进去。' },
  applyImport: { title: '导入资料', line: '资料还没有导完，已经导入的不会丢，也不会重复。' },
  billRun: { title: '出账', line: '账单草稿还没有出完，已经出的不会重复。' },
  publishBillRun: { title: '发布账单', line: '有账单还没有发布，已经发布的不会重复。' },
  reconcile: { title: '微信对账', line: '这一天和以后的微信账单都还没有核对。' },
  totals: { title: '每晚统计', line: '欠费账龄停在上一次统计的时候。' },
};

/** What the work is, and what stands still meanwhile; a kind without words of its own is told of all the same. */
export function kindWords(kind: string): KindWords {
  return kinds[kind] ?? { title: '后台工作', line: '做到一半停下了，已经做的不会重复。' };
}

/** 今天 14:20 开始，故障编号 f3a9 */
export function sinceWords(
  { startedAt, incident }: Pick<StuckWork, 'startedAt' | 'incident'>,
  now: number,
): string {
  const since = `${momentWords(startedAt, now)} 开始`;
  return incident === undefined ? since : `${since}，故障编号 ${incident}`;
}
