import type { TicketRow } from '../../../../types/contract/tickets';
import { leftWords, typeNames, urgencyNames } from '../../../words/tickets';
import { shortMomentWords } from '../../../words/timeWords';

/** Second line of a ticket in the list: 紧急报修 14:06，张师傅，还有 12 分钟. */
export function lineOf(
  { type, urgency, reportedAt, assignee, clock }: Omit<TicketRow, 'can'>,
  now: number,
): string {
  const name = `${urgency === 'emergency' ? urgencyNames.emergency : ''}${typeNames[type]}`;
  const left = clock && clock.pausedSince === undefined ? `，${remainsWords(clock.by, now)}` : '';
  return `${name} ${shortMomentWords(reportedAt, now)}${assignee ? `，${assignee}` : ''}${left}`;
}

/** 还有 1 小时 12 分, 已超 24 分钟. */
function remainsWords(by: number, now: number): string {
  const length = leftWords(by, now)
    .replace(/^超 /, '')
    .replace(' 时', ' 小时')
    .replace(/^(\d+ 分)$/, '$1钟');
  return `${by < now ? '已超' : '还有'} ${length}`;
}
