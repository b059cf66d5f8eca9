import type { ClockView, TicketStep, TicketView } from '../../../../types/contract/tickets';
import type { CheckState } from '../../../../types/ticket';
import { leftWords } from '../../../words/tickets';
import { untilWords } from '../../../words/timeWords';

/** What a clock says to the owner: what it is for, what remains, until when, and what happens then. */
export interface Countdown {
  readonly label: string;
  /** 还有, 已超, or nothing before words. */
  readonly lead: string;
  /** 12 of 12 分钟; 1 时 12 分 as it is. */
  readonly number: string;
  readonly unit: string;
  readonly line: string;
  /** What is left of it, 0 to 1. */
  readonly share: number;
  readonly isLate: boolean;
}

const labels: Readonly<Partial<Record<TicketView['state'], string>>> = {
  waiting: '正在找合适的师傅，接单',
  offered: '已派给师傅，接单',
  working: '师傅正在修，修好',
  answering: '客服正在处理，答复',
};

/** The clock that concerns the owner now; undefined where nothing runs. */
export function countdownOf(ticket: Pick<TicketView, 'state' | 'clocks' | 'clock'>, now: number) {
  const acceptance = ticket.clocks.find(
    (clock) => clock.kind === 'acceptance' && clock.stoppedAt === undefined,
  );
  if (acceptance) return untilSilence(acceptance, ticket.state, now);
  const { clock } = ticket;
  if (!clock || clock.pausedSince !== undefined) return undefined;
  const label =
    ticket.state === 'accepted'
      ? clock.kind === 'arrive'
        ? '师傅已接单，到场'
        : '师傅已接单，修好'
      : (labels[ticket.state] ?? '正在办理');
  const isLate = clock.by < now;
  const line = isLate
    ? '已经超时，主管已收到通知，正在催办'
    : `${earlierWords(clock)}最迟 ${untilWords(clock.by, now)}，超时会自动通知主管`;
  return { ...remains(clock, now), label, line };
}

/** What was late stays said, whatever has been agreed since. */
function earlierWords({ missed = 0 }: ClockView): string {
  return missed === 0 ? '' : `之前超时 ${missed} 次，现在`;
}

function untilSilence(clock: ClockView, state: TicketView['state'], now: number): Countdown {
  const isWork = state === 'finished';
  return {
    ...remains(clock, now),
    label: isWork ? '修好了，等您验收' : '已经答复，等您看看',
    line: isWork
      ? `到 ${untilWords(clock.by, now)} 没有说不行，就算验收通过`
      : `到 ${untilWords(clock.by, now)} 没有说不行，就算已解决`,
  };
}

function remains(clock: ClockView, now: number): Omit<Countdown, 'label' | 'line'> {
  const isLate = clock.by < now;
  const words = leftWords(clock.by, now).replace(/^超 /, '');
  const minutes = /^(\d+) 分$/.exec(words)?.[1];
  const whole = Math.max(1, clock.by - clock.startedAt);
  return {
    lead: isLate ? '已超' : '还有',
    number: minutes ?? words.replace(' 时', ' 小时'),
    unit: minutes === undefined ? '' : '分钟',
    share: Math.min(1, Math.max(0, (clock.by - now) / whole)),
    isLate,
  };
}

/** What each step is called; `by` stands before it. Steps the table does not know are told as progress. */
const stepNames: Readonly<Record<string, string>> = {
  reported: '已受理',
  offer: '派单',
  reoffer: '换人，另一位能更快到',
  decline: '没有接，正在另派',
  lapse: '没有等到应答，正在另派',
  transfer: '转给另一位师傅',
  override: '主管改派',
  giveBack: '要换工种，正在另派师傅',
  accept: '已接单',
  take: '已接单',
  checkIn: '已到场',
  pause: '暂停',
  resume: '继续办理',
  postpone: '今天修不完，改约时间',
  confirmAppointment: '已确认上门时间',
  finish: '修好了',
  rejectWork: '反映还没修好',
  acceptWork: '验收通过',
  acceptSilently: '到时限没有回应，自动验收',
  closeTogether: '关联任务一起完成',
  callOff: '撤回了任务',
  answer: '已答复',
  dispute: '反映没有解决',
  acceptAnswer: '确认已解决',
  closeAnswered: '到时限没有回应，自动完成',
  toRepair: '转为报修',
  toDesk: '转给客服',
  rate: '已评价',
  cancel: '已取消',
  added: '补充说明',
  corrected: '更正了类型',
  graded: '已定级',
  revisited: '已回访',
  ratingGivenUp: '评价没有问到',
  planned: '公布了整改方案',
  escalated: '上报',
  revisitMissed: '到时限还没有回访，交给上一级',
  appointmentUnanswered: '提醒客服，上门时间还没有人确认',
  afterChecked: '抽查了',
};

export function stepTitle({ what, by }: Pick<TicketStep, 'what' | 'by'>): string {
  const name = stepNames[what] ?? '有新的进展';
  // Taken in by the company, whoever reported it.
  return by === undefined || what === 'reported' ? name : `${by} ${name}`;
}

/** The hollow step on top: what comes, and until when. */
export function nextStep(
  { state, clock, appointment }: Pick<TicketView, 'state' | 'clock' | 'appointment'>,
  now: number,
): { readonly title: string; readonly time?: string } | undefined {
  const until = clock && clock.pausedSince === undefined ? { time: byWords(clock.by, now) } : {};
  switch (state) {
    case 'waiting':
      return { title: '派给合适的师傅', ...until };
    case 'offered':
      return { title: '师傅接单', ...until };
    case 'accepted':
      return { title: '到场，检查并维修', ...until };
    case 'working':
      return { title: '修好，请您验收', ...until };
    case 'paused':
      return { title: appointment && !appointment.isConfirmed ? '请您确认上门时间' : '继续办理' };
    case 'finished':
      return { title: '请您验收签字' };
    case 'answering':
      return { title: '客服书面答复', ...until };
    case 'answered':
      return { title: '请您看看有没有解决' };
    case 'closed':
      return { title: '请您评价' };
    default:
      return undefined;
  }
}

/** A deadline that is over is not promised once more. */
function byWords(by: number, now: number): string {
  return by < now ? `原定 ${untilWords(by, now)}` : `最迟 ${untilWords(by, now)}`;
}

/** Why the clocks stand still, to the owner; 等配件：缺一根软管. */
export function pauseWords(
  { reason, note }: NonNullable<TicketView['paused']>,
  appointment: TicketView['appointment'],
): string {
  const name =
    reason === 'part' ? '等配件' : appointment?.isConfirmed === false ? '等您确认上门时间' : '等您方便';
  return `${name}${note ? `：${note}` : ''}`;
}

/** What the sender is told of words that WeChat has not passed. */
export function textCheckWords(check: TicketView['textCheck']): string | undefined {
  if (check === 'pending') return '微信正在检查这段话，通过后别人才能看到；派单不会等它。';
  return check === 'refused' ? '这段话没有通过微信的内容检查，别人看不到。请换个说法补充一下。' : undefined;
}

/** The same of the words of a rating, which is given once; its stars do not wait. */
export function ratingCheckWords(check: CheckState | undefined): string | undefined {
  if (check === 'pending') return '微信正在检查这段话，通过后别人才能看到；星级已经记下。';
  return check === 'refused' ? '这段话没有通过微信的内容检查，别人看不到；星级已经记下。' : undefined;
}

/** What follows a poor rating, and until when (B7). */
export function planPromise({ planBy }: Pick<TicketView, 'planBy'>, now: number): string {
  const until = planBy === undefined ? '' : `${untilWords(planBy, now)} 前`;
  return `客服会打电话回访您，${until}给出整改办法。`;
}

/** While something of it is still on its way the page asks again by itself. */
export function isMoving({ textCheck, photos, steps, state, rating }: TicketView): boolean {
  const files = [...photos, ...(rating?.photos ?? []), ...steps.flatMap(({ files = [] }) => files)];
  return (
    textCheck === 'pending' ||
    rating?.textCheck === 'pending' ||
    files.some(({ check }) => check === 'pending') ||
    state === 'waiting' ||
    state === 'offered'
  );
}
