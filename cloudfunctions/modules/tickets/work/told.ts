import { dayOf, type Instant, minuteOfDay } from '../../../../types/day';
import type { Duty } from '../../../../types/role';
import type { MessageIntent, MessageKind } from '../../../kernel/message';
import { messageWords } from '../reporting/title';
import { staffPage } from '../staffPage';
import type { Ticket } from '../ticket';
import { revisitDue } from './ending/revisit';

type Words = MessageIntent['words'];
type Messages = readonly MessageIntent[];

const hour = 3_600_000;

/** Whoever reported it: by WeChat, or as a resident somebody must call. Nobody stands behind a linked task. */
export function tellReporter(ticket: Ticket, kind: MessageKind, words: Words = {}): Messages {
  const { openid, residentId } = ticket.reporter;
  const to = openid === undefined ? { ...(residentId === undefined ? {} : { residentId }) } : { openid };
  if (openid === undefined && residentId === undefined) return [];
  return [{ to, kind, words: { ...messageWords(ticket), ...words }, page: `ticket?ticketId=${ticket._id}` }];
}

/** B5, said beforehand: after so many hours of silence the work counts as accepted. Empty where nobody is waited for. */
export function silenceWords({ clocks }: Pick<Ticket, 'clocks'>): Words {
  const silence = clocks.find(({ kind }) => kind === 'acceptance');
  return silence ? { hours: Math.floor((silence.by - silence.startedAt) / hour) } : {};
}

/** Everybody on a duty. */
export function tellDuty(ticket: Ticket, duty: Duty, kind: MessageKind, words: Words = {}): Messages {
  const to = { duty };
  return [{ to, kind, words: { ...messageWords(ticket), ...words }, page: staffPage(ticket, to) }];
}

/** B10: the graver a complaint is the higher it is told, each once: major to the supervisor, critical to the project manager too. */
export function tellGrave(ticket: Ticket, before: Ticket['grade'] = 'minor'): Messages {
  const { grade = 'minor' } = ticket;
  if (grade === before || grade === 'minor') return [];
  return [
    ...(before === 'minor' ? tellDuty(ticket, 'supervisor', 'ticketWaits') : []),
    ...(grade === 'critical' ? tellDuty(ticket, 'projectManager', 'ticketWaits') : []),
  ];
}

/** Whoever has it; without a WeChat account the supervisor. */
export function tellAssignee(ticket: Ticket, kind: MessageKind, words: Words = {}): Messages {
  const { assignee } = ticket;
  if (!assignee) return [];
  const to = assignee.openid === undefined ? { duty: 'supervisor' } : { openid: assignee.openid };
  return [{ to, kind, words: { ...messageWords(ticket), ...words }, page: staffPage(ticket, to) }];
}

/** Whose revisit it has become between these two, if anybody's (B3, B7). */
export function tellRevisitor(before: Ticket, after: Ticket): Messages {
  const due = revisitDue(after);
  if (!due || revisitDue(before)?.level === due.level) return [];
  const { rating } = after;
  return rating && due.level === 1
    ? tellDuty(after, due.duty, 'poorRating', { stars: rating.stars })
    : tellDuty(after, due.duty, 'revisitDue');
}

/** 11月17日 14:00—16:00 */
export function spanWords({ from, to }: { readonly from: number; readonly to: number }): string {
  const [first, last] = [from as Instant, to as Instant];
  const isOneDay = dayOf(first) === dayOf(last);
  return `${dayWords(first)} ${timeWords(first)}—${isOneDay ? '' : `${dayWords(last)} `}${timeWords(last)}`;
}

function dayWords(at: Instant): string {
  const day = dayOf(at);
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

function timeWords(at: Instant): string {
  const minutes = minuteOfDay(at);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
