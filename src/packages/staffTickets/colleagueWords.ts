import type { Colleague } from '../../../types/contract/ticketWork';
import { lengthWords } from '../../words/tickets';
import { untilWords } from '../../words/timeWords';

/** Whether one could give somebody a ticket now: what they can, what they have, when they are free, how far it is. */
export function colleagueLine(colleague: Colleague, now: number): string {
  const { skills, open, walkMinutes } = colleague;
  const skill = skills.length === 0 ? undefined : `会${skills.join('、')}`;
  const hands = open === 0 ? '手上没有工单' : `手上 ${open} 单`;
  const way = `走过去约 ${Math.ceil(walkMinutes)} 分钟`;
  return [skill, hands, freeWords(colleague, now), way].filter(Boolean).join('，');
}

/** By the roster and what is in hand: 现在有空, 约 40 分钟后有空, 18:00 下班, 不在岗, 明天 8:00 上班. */
export function freeWords({ isOnDuty, freeInMinutes, shift }: Colleague, now: number): string {
  if (!isOnDuty) return shift && shift.from > now ? `不在岗，${untilWords(shift.from, now)} 上班` : '不在岗';
  const free = freeInMinutes === 0 ? '现在有空' : `约 ${lengthWords(freeInMinutes)}后有空`;
  return shift && shift.from <= now ? `${free}，${untilWords(shift.to, now)} 下班` : free;
}
