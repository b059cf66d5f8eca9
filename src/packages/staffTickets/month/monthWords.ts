import type { TicketMonth } from '../../../../types/contract/ticketDesks';
import { clockNames, lengthWords, urgencyNames } from '../../../words/tickets';

/** 957 per mille: 95.7%. */
export function shareWords(permille: number): string {
  return `${permille / 10}%`;
}

/** One clock of one tier in words: 紧急接单; 一半在 4 分钟内，95% 在 11 分钟内. */
export function clockLine({ urgency, kind, count, met, p50, p95 }: TicketMonth['clocks'][number]) {
  return {
    name: `${urgencyNames[urgency]}${clockNames[kind]}`,
    share: count === 0 ? 1000 : Math.round((1000 * met) / count),
    line: `${count} 次，一半在 ${lengthWords(p50)}内，95% 在 ${lengthWords(p95)}内`,
  };
}

/** How much more or less than a month ago: 比上月多 2 件. */
export function againstLast(count: number, lastMonth: number): string {
  if (count === lastMonth) return '与上月一样';
  return count > lastMonth ? `比上月多 ${count - lastMonth} 件` : `比上月少 ${lastMonth - count} 件`;
}

/** A bar's width in percent of the longest of its chart. */
export function ofLongest(count: number, all: readonly { readonly count: number }[]): number {
  const longest = Math.max(1, ...all.map((one) => one.count));
  return Math.round((100 * count) / longest);
}
