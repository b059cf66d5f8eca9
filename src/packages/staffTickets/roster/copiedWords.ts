import type { WeekCopied } from '../../../../types/contract/ticketDesks';
import type { Day } from '../../../../types/day';
import { dayWords } from './week';

/** What came of planning a week as the one before: what was done, and what is left to whoever plans. */
export function copiedWords(
  { copied, takenAway, left, overlapping, begun, waiting }: Omit<WeekCopied, 'plans'>,
  today: Day,
): { readonly title: string; readonly lines: readonly string[] } {
  const listed = (days: typeof begun) =>
    days.map(({ name, day }) => `${name} ${dayWords(day, today)}`).join('，');
  const [clashing, running] = [listed(overlapping), listed(begun)];
  return {
    title: titleOf(copied, takenAway, waiting),
    lines: [
      ...(waiting > 0 ? [`还有 ${waiting} 人正在排，过一两分钟下拉刷新。`] : []),
      ...(left.length > 0 ? [`已经不在岗位上，没有排：${left.join('，')}。`] : []),
      ...(running ? [`已经到上班时间，那一天没有动：${running}。要改请点开那一天。`] : []),
      ...(clashing ? [`和旁边的班时间重叠，没有排：${clashing}。请点开那一天排。`] : []),
    ],
  };
}

function titleOf(copied: number, takenAway: number, waiting: number): string {
  if (takenAway > 0)
    return copied === 0
      ? `上周休息，取消了 ${takenAway} 个班`
      : `照上周排了 ${copied} 个班，取消了 ${takenAway} 个`;
  return copied === 0 && waiting === 0 ? '没有要新排的班' : `照上周排了 ${copied} 个班`;
}
