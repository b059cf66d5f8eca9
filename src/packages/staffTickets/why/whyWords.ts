import type { TicketStep } from '../../../../types/contract/tickets';
import type { DispatchCandidate, DispatchWhy } from '../../../../types/contract/ticketWork';
import { problemNames, typeNames, urgencyNames } from '../../../words/tickets';

export const standingNames: Readonly<Record<DispatchCandidate['standing'], string>> = {
  given: '派给他',
  next: '次选',
  other: '未入选',
  unfit: '不合适',
};

/** One line of the comparison, a cell for each who was compared. */
export interface WhyLine {
  readonly name: string;
  /** A tick, a dash, or words. */
  readonly cells: readonly (boolean | string)[];
  readonly isTotal?: boolean;
}

/** Those compared side by side on a phone: whoever has it, and the next ones. */
export const mostCompared = 3;

/** The comparison, line by line; when they would be at the door, and what came of it: whoever has it, and why not the others. */
export function linesOf({ skill, place, candidates }: DispatchWhy): readonly WhyLine[] {
  const shown = candidates.slice(0, mostCompared);
  const cells = (of: (candidate: DispatchCandidate) => boolean | string) => shown.map(of);
  return [
    { name: `会${skill}`, cells: cells(({ hasSkill }) => hasSkill) },
    { name: `负责${place}`, cells: cells(({ isInArea }) => isInArea) },
    { name: '走到现场', cells: cells((candidate) => minutesWords(candidate.walkMinutes, candidate)) },
    { name: '手上急单', cells: cells(({ openEmergencies }) => countWords(openEmergencies)) },
    { name: '全部工单', cells: cells(({ open }) => countWords(open)) },
    { name: '预计到门', cells: cells(arrivalWords), isTotal: true },
    { name: '结果', cells: cells(resultWords) },
  ];
}

function countWords(count: number): string {
  return count === 0 ? '没有' : `${count} 单`;
}

/** 4 分钟; 约 4 分钟 where the way is a guess; nothing of whoever could not be given it. Records of before it was kept know only the walk. */
export function arrivalWords(candidate: DispatchCandidate): string | false {
  const { standing, arrivalMinutes, walkMinutes } = candidate;
  return standing !== 'unfit' && minutesWords(arrivalMinutes ?? walkMinutes, candidate);
}

function minutesWords(minutes: number, { isWayGuess }: DispatchCandidate): string {
  return `${isWayGuess ? '约 ' : ''}${Math.ceil(minutes)} 分钟`;
}

function resultWords({ standing, reason }: DispatchCandidate): string {
  return reason ?? standingNames[standing];
}

/** What it was taken for, and who there was: 识别为爆管，紧急。在岗 5 人里 2 人会水暖。 */
export function foundWords({ ticket, candidates, skill, onDuty, skilled }: DispatchWhy): string {
  const { type, problem, urgency } = ticket;
  const able = candidates.filter(({ hasSkill }) => hasSkill).length;
  const what = type === 'repair' ? problemNames[problem] : typeNames[type];
  const people =
    candidates.length === 0
      ? '当时没有人在岗'
      : onDuty === undefined || skilled === undefined
        ? `比较了 ${candidates.length} 人，${able} 人会${skill}`
        : `在岗 ${onDuty} 人里 ${skilled} 人会${skill}`;
  return `识别为${what}，${urgencyNames[urgency]}。${people}。`;
}

const courseNames: Readonly<Record<string, string>> = {
  reported: '受理',
  offer: '派单',
  reoffer: '有人更快，换人',
  accept: '接单',
  take: '接单',
  decline: '不接',
  lapse: '没有等到应答，收回',
  transfer: '转给同事',
  override: '改派',
  giveBack: '换工种重派',
  toRepair: '转为报修',
  escalated: '上报',
  checkIn: '到场',
};

/** One step of what happened: 张师傅 接单; 张师傅 不接，在处理急单. The reason of an offer stands on top of the page already. */
export function courseWords({ what, by, note }: TicketStep): string {
  const name = courseNames[what] ?? '有新的进展';
  const whole = by === undefined || what === 'reported' ? name : `${by}${name}`;
  return note === undefined || what === 'offer' || what === 'reoffer' ? whole : `${whole}，${note}`;
}
