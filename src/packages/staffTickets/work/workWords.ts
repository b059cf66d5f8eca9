import type { Material, TicketFile, TicketStep, TicketView } from '../../../../types/contract/tickets';
import { type Fen, fen, sumFen } from '../../../../types/money';
import type { Answer } from '../../../hooks/answer';
import type { LocalFile } from '../../../services/uploads';
import { lengthWords, pauseNames } from '../../../words/tickets';
import { untilWords } from '../../../words/timeWords';

/** What all materials cost together. */
export function materialsSum(materials: readonly Material[]): Fen {
  return sumFen(materials.map(({ price, quantity }) => fen(price * quantity)));
}

/** Why it came back from the owner; undefined where it did not, or has been finished again since. Steps are newest first. */
export function comebackOf({ steps, state }: Pick<TicketView, 'steps' | 'state'>): TicketStep | undefined {
  const latest = steps.find(({ what }) => what === 'rejectWork' || what === 'finish');
  return latest?.what === 'rejectWork' && state !== 'cancelled' ? latest : undefined;
}

/** When and how it was checked in; undefined before. */
export function checkInOf({ steps }: Pick<TicketView, 'steps'>): TicketStep | undefined {
  return steps.find(({ what }) => what === 'checkIn');
}

/** 等配件：缺一根软管 */
export function pauseLine({ paused }: Pick<TicketView, 'paused'>): string {
  return paused ? `${pauseNames[paused.reason]}：${paused.note}` : '';
}

/** When somebody is to come, and whether the owner has agreed. */
export function visitLine({ appointment, window }: TicketView, now: number): string | undefined {
  const when = appointment ?? window;
  if (!when) return undefined;
  const words = `${untilWords(when.from, now)} 到 ${untilWords(when.to, now)}`;
  if (!appointment) return `业主希望 ${words} 上门`;
  return appointment.isConfirmed ? `约好 ${words} 上门` : `已提出 ${words} 上门，等业主确认`;
}

/** 3 天, as the community has set it. */
function silenceWords(clocks: TicketView['clocks']): string {
  const silence = clocks.find(({ kind }) => kind === 'acceptance');
  return silence ? `，${lengthWords((silence.by - silence.startedAt) / 60_000)}没有回应自动通过` : '';
}

/** What stands in the place of a button where nothing is to be done now. A linked task is nobody's to accept: it ends with what opened it. */
export function restLine({
  state,
  clocks,
  channel,
}: Pick<TicketView, 'state' | 'clocks' | 'channel'>): string | undefined {
  const isTask = channel === 'linked';
  const lines: Partial<Record<TicketView['state'], string>> = {
    finished: isTask ? '办完了，等关联的工单一起结束。' : `已交给业主验收${silenceWords(clocks)}。`,
    closed: isTask ? '关联的工单已结束，不用再做什么。' : '已验收完成，不用再做什么。',
    rated: '业主已评价，不用再做什么。',
    cancelled: '已取消，不用去了。',
  };
  return lines[state];
}

/** Whoever had it and has it no more may not read it: it has been given to somebody else meanwhile. */
export function isNotMine(answer: Answer<TicketView>): boolean {
  return answer.kind === 'refused' && answer.refusal.code === 'NOT_ALLOWED';
}

/** Photos of the draft that do not stand in the ticket: what is there was sent, whether or not its answer came. */
export function notYetIn(
  inTicket: readonly Pick<TicketFile, 'fileId'>[],
  files: readonly LocalFile[],
): readonly LocalFile[] {
  const there = new Set(inTicket.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId])));
  return files.filter(({ fileId }) => fileId === undefined || !there.has(fileId));
}
