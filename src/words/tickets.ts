import type {
  ComplaintGrade,
  PauseReason,
  TicketChannel,
  TicketState,
  TicketType,
  Urgency,
} from '../../types/ticket';
import type { Missing } from '../services/failure';

export { clockNames, problemNames } from '../../types/ticketNames';

/** The words of tickets (工单) as every screen says them, the owner's and the staff's. */

type Names<T extends string> = Readonly<Record<T, string>>;
/** As a chip takes it. */
type Tone = 'brand' | 'good' | 'warn' | 'bad' | 'info' | 'plain';

export const typeNames: Names<TicketType> = {
  repair: '报修',
  complaint: '投诉',
  enquiry: '咨询',
  suggestion: '建议',
};

export const urgencyNames: Names<Urgency> = { emergency: '紧急', general: '一般', enquiry: '不急' };

export const stateNames: Names<TicketState> = {
  waiting: '待派单',
  offered: '待接单',
  accepted: '已接单',
  working: '处理中',
  paused: '暂停',
  finished: '待验收',
  answering: '待答复',
  answered: '已答复',
  closed: '已完成',
  rated: '已评价',
  cancelled: '已取消',
};

const stateTones: Readonly<Record<TicketState, Tone>> = {
  waiting: 'warn',
  offered: 'warn',
  accepted: 'info',
  working: 'info',
  paused: 'warn',
  finished: 'brand',
  answering: 'warn',
  answered: 'brand',
  closed: 'good',
  rated: 'good',
  cancelled: 'plain',
};

/** A ticket's state as a chip; `brand` where its owner is asked for something. */
export function stateChip(state: TicketState): { readonly text: string; readonly tone: Tone } {
  return { text: stateNames[state], tone: stateTones[state] };
}

export const pauseNames: Names<PauseReason> = { owner: '等业主', part: '等配件' };

export const gradeNames: Names<ComplaintGrade> = { minor: '一般', major: '重大', critical: '特大' };

export const channelNames: Names<TicketChannel> = {
  app: '小程序',
  phone: '电话',
  counter: '前台',
  walkIn: '当面',
  patrol: '巡查发现',
  linked: '关联任务',
};

/** When a report that waits on the phone goes, by what its last try was in want of. */
export function waitWords(missing: Missing | undefined): string {
  if (missing === undefined) return '稍后自动发出';
  return missing === 'network' ? '有网络后自动发出' : '系统恢复后自动发出';
}

const hour = 60;

/** A length of time in words, for promises: 15 分钟, 2 小时, 24 小时, 3 天. */
export function lengthWords(minutes: number): string {
  if (minutes < hour || minutes % hour !== 0) return shortLengthWords(minutes);
  const hours = minutes / hour;
  return hours > 24 && hours % 24 === 0 ? `${hours / 24} 天` : `${hours} 小时`;
}

/** What remains until a deadline or is over it: 12 分, 1 时 12 分, 2 天 3 时, 超 24 分. A minute that has begun counts. */
export function leftWords(by: number, now: number): string {
  const minutes = Math.ceil(Math.abs(by - now) / 60_000);
  return by < now ? `超 ${clockLength(minutes)}` : clockLength(minutes);
}

function shortLengthWords(minutes: number): string {
  if (minutes < hour) return `${minutes} 分钟`;
  return `${Math.floor(minutes / hour)} 小时 ${minutes % hour} 分钟`;
}

function clockLength(minutes: number): string {
  if (minutes < hour) return `${minutes} 分`;
  const hours = Math.floor(minutes / hour);
  const rest = minutes % hour;
  if (hours < 24) return rest === 0 ? `${hours} 时` : `${hours} 时 ${rest} 分`;
  return hours % 24 === 0 ? `${hours / 24} 天` : `${Math.floor(hours / 24)} 天 ${hours % 24} 时`;
}
