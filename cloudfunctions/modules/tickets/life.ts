import type { Instant } from '../../../types/day';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { ClockKind, TicketState } from '../../../types/ticket';
import { limits } from '../../kernel/limits';
import { continueClocks, pauseClocks, startClock, stopClocks } from './clocks';
import { isOfFinder } from './finder';
import type { Step, Terms, Ticket } from './ticket';

/** Who makes a move: whoever has the ticket, whoever reported it, an engineer or guard on duty with the skill, a duty, or our own functions. */
export type Mover =
  | 'assignee'
  | 'reporter'
  | 'whoeverCan'
  | 'customerService'
  | 'supervisor'
  | 'projectManager'
  | 'system';

export interface Move {
  readonly from: readonly TicketState[];
  readonly to: TicketState;
  readonly by: readonly Mover[];
  readonly stops?: readonly ClockKind[];
  /** `first`: those a ticket is born with; `back`: those of work that goes back to whoever did it; `done`: those of work that is done. */
  readonly starts?: readonly ClockKind[] | 'first' | 'back' | 'done';
  /** Begun where none of the kind is open: from here on somebody owes it, whatever the tier. */
  readonly keeps?: readonly ClockKind[];
  readonly clocks?: 'pause' | 'continue' | 'stopAll';
  /** 中文, for the picture in the docs and the timeline. */
  readonly word: string;
}

/**
 * The life of a ticket (B2 to B7): every state, every way from one to the next, who goes it, and which clocks it moves. Nothing else
 * changes a state. `npm run -s life` draws it.
 */
export const moves = {
  // 报修 and linked tasks.
  offer: { from: ['waiting'], to: 'offered', by: ['system'], word: '派单' },
  /** Accepted and not begun, and somebody free is there clearly sooner. */
  reoffer: { from: ['accepted'], to: 'offered', by: ['system'], word: '换人更快' },
  override: {
    from: ['waiting', 'offered', 'accepted', 'paused'],
    to: 'offered',
    by: ['supervisor', 'projectManager'],
    clocks: 'continue',
    word: '改派',
  },
  transfer: { from: ['offered', 'accepted'], to: 'offered', by: ['assignee'], word: '转派' },
  accept: { from: ['offered'], to: 'accepted', by: ['assignee'], stops: ['respond'], word: '接单' },
  take: { from: ['waiting'], to: 'accepted', by: ['whoeverCan'], stops: ['respond'], word: '抢单' },
  decline: { from: ['offered', 'accepted'], to: 'waiting', by: ['assignee'], word: '不接' },
  lapse: { from: ['offered'], to: 'waiting', by: ['system'], word: '无人应答' },
  checkIn: {
    from: ['accepted'],
    to: 'working',
    by: ['assignee'],
    stops: ['arrive'],
    keeps: ['close'],
    word: '到场',
  },
  pause: {
    from: ['accepted', 'working'],
    to: 'paused',
    by: ['assignee', 'supervisor'],
    clocks: 'pause',
    word: '暂停',
  },
  resume: {
    from: ['paused'],
    to: 'accepted',
    by: ['assignee', 'supervisor'],
    clocks: 'continue',
    word: '继续',
  },
  postpone: {
    from: ['accepted', 'working'],
    to: 'paused',
    by: ['assignee'],
    clocks: 'pause',
    word: '改约',
  },
  confirmAppointment: {
    from: ['paused'],
    to: 'accepted',
    by: ['reporter', 'customerService'],
    clocks: 'continue',
    keeps: ['close'],
    word: '确认时间',
  },
  finish: {
    from: ['working'],
    to: 'finished',
    by: ['assignee'],
    stops: ['arrive', 'close'],
    starts: 'done',
    word: '修好',
  },
  rejectWork: {
    from: ['finished'],
    to: 'accepted',
    by: ['reporter', 'customerService'],
    // Whoever says that it is not repaired has been asked.
    stops: ['acceptance', 'revisit', 'revisitSupervisor', 'revisitManager'],
    starts: 'back',
    word: '没修好',
  },
  acceptWork: {
    from: ['finished'],
    to: 'closed',
    by: ['reporter'],
    stops: ['acceptance'],
    word: '验收',
  },
  acceptSilently: {
    from: ['finished'],
    to: 'closed',
    by: ['system'],
    stops: ['acceptance'],
    word: '自动验收',
  },
  /** A linked task, with the ticket that opened it (B12). */
  closeTogether: { from: ['finished'], to: 'closed', by: ['system'], clocks: 'stopAll', word: '一起完成' },

  // 投诉, 咨询, 建议.
  answer: {
    from: ['answering'],
    to: 'answered',
    by: ['customerService', 'supervisor', 'projectManager'],
    stops: ['answer'],
    starts: ['acceptance'],
    word: '答复',
  },
  dispute: {
    from: ['answered'],
    to: 'answering',
    by: ['reporter', 'customerService'],
    stops: ['acceptance'],
    starts: ['answer'],
    word: '没解决',
  },
  acceptAnswer: {
    from: ['answered'],
    to: 'closed',
    by: ['reporter', 'customerService'],
    clocks: 'stopAll',
    word: '已解决',
  },
  closeAnswered: { from: ['answered'], to: 'closed', by: ['system'], clocks: 'stopAll', word: '自动完成' },
  /** Put right by staff: a complaint that is a repair, and back. */
  toRepair: {
    from: ['answering'],
    to: 'waiting',
    by: ['customerService', 'supervisor'],
    stops: ['answer'],
    starts: 'first',
    word: '转报修',
  },
  toDesk: {
    from: ['waiting', 'offered', 'accepted'],
    to: 'answering',
    by: ['customerService', 'supervisor'],
    clocks: 'stopAll',
    starts: ['answer'],
    word: '转客服',
  },

  /** Put right by staff: whoever has it has not the skill for what it is. */
  giveBack: {
    from: ['offered', 'accepted', 'working', 'paused'],
    to: 'waiting',
    by: ['customerService', 'supervisor'],
    clocks: 'continue',
    word: '换工种重派',
  },
  /** A linked task under way, when what opened it turns out to be something else (B12). */
  callOff: { from: ['working'], to: 'closed', by: ['system'], clocks: 'stopAll', word: '撤回任务' },

  rate: { from: ['closed'], to: 'rated', by: ['reporter', 'customerService'], word: '评价' },
  cancel: {
    from: ['waiting', 'offered', 'accepted', 'answering', 'paused'],
    to: 'cancelled',
    by: ['reporter', 'customerService', 'system'],
    clocks: 'stopAll',
    word: '取消',
  },
} as const satisfies Readonly<Record<string, Move>>;
export type MoveName = keyof typeof moves;

/** States in which nothing is left to be done but, perhaps, a rating or a revisit. */
export const endStates: readonly TicketState[] = ['closed', 'rated', 'cancelled'];
export const openStates: readonly TicketState[] = [
  'waiting',
  'offered',
  'accepted',
  'working',
  'paused',
  'finished',
  'answering',
  'answered',
];

/** The step as it is written with a move. */
export type StepOf = Omit<Step, 'at' | 'what'>;

/** Minutes a clock of this ticket runs from its start. */
export function minutesOf(kind: ClockKind, ticket: Pick<Ticket, 'urgency' | 'type' | 'grade'>, terms: Terms) {
  const isEmergency = ticket.urgency === 'emergency';
  switch (kind) {
    case 'respond':
      return isEmergency ? terms.emergency.respond : terms.general.respond;
    case 'arrive':
      return terms.emergency.arrive;
    case 'close':
      return isEmergency ? terms.emergency.close : terms.general.close;
    case 'answer':
      return ticket.type === 'complaint' ? terms.complaint[ticket.grade ?? 'minor'] : terms.enquiry.answer;
    case 'acceptance':
      return terms.acceptance;
    case 'revisit':
      return isEmergency ? terms.emergency.revisit : terms.poorRating.revisit;
    case 'revisitSupervisor':
      return terms.poorRating.supervisor;
    case 'revisitManager':
      return terms.poorRating.manager;
    case 'plan':
      return terms.poorRating.plan;
  }
}

/** The clocks a ticket is born with (B3). */
export function firstClocks(
  ticket: Pick<Ticket, 'urgency' | 'type' | 'grade'>,
  now: Instant,
  terms: Terms,
): Ticket['clocks'] {
  return firstKinds(ticket).reduce<Ticket['clocks']>(
    (clocks, kind) => startClock(clocks, kind, minutesOf(kind, ticket, terms), now),
    [],
  );
}

function firstKinds({ type, urgency }: Pick<Ticket, 'urgency' | 'type'>): readonly ClockKind[] {
  if (type !== 'repair') return ['answer'];
  return urgency === 'emergency' ? ['respond', 'arrive'] : ['respond', 'close'];
}

/**
 * So many steps that it only goes on to its end: what goes round by itself or is done over and over would have its document grow without
 * end. What leads there is never refused: neither a finish nor a cancellation, nor what a leader decides.
 */
export function isTooLong({ steps }: Pick<Ticket, 'steps'>): boolean {
  return steps.length >= limits.stepsPerTicket;
}

/**
 * What can be done with one ticket over and over, by one person alone. An owner's 没修好 and 没解决 are none: each follows somebody else's work, and
 * silence would accept for whoever is not let say them. A new appointment is one only where the last that was proposed was agreed to by nobody.
 */
const again: readonly MoveName[] = ['transfer', 'pause', 'postpone'];

/** Is no appointment left that was proposed and that nobody has agreed to since, dropped or not. */
function isAgreed({ steps }: Pick<Ticket, 'steps'>): boolean {
  const last = steps.filter(({ what }) => what === 'postpone' || what === 'confirmAppointment').at(-1);
  return last?.what !== 'postpone';
}

/** Who gives it to somebody else, and for that takes it out of a hand that cannot go on: without them it might never end. */
const leaders: readonly Mover[] = ['supervisor', 'projectManager'];

/**
 * Makes one move of the table: the state, the clocks, a step of the timeline. Refuses TICKET_MOVED where the ticket does not stand
 * where the move begins, NOT_ALLOWED where the mover is not the one who makes it, TICKET_TOO_LONG after 300 steps for what goes round, whoever leads excepted.
 */
export function moved(
  ticket: Ticket,
  name: MoveName,
  {
    as,
    now,
    terms,
    step = {},
  }: { readonly as: Mover; readonly now: Instant; readonly terms: Terms; readonly step?: StepOf },
): Outcome<Ticket> {
  const move: Move = moves[name];
  if (!move.by.includes(as)) return refused('NOT_ALLOWED');
  if (!move.from.includes(ticket.state)) return refused('TICKET_MOVED');
  const goesRound = again.includes(name) && !(name === 'postpone' && isAgreed(ticket));
  if (goesRound && !leaders.includes(as) && isTooLong(ticket)) return refused('TICKET_TOO_LONG');
  const { paused: _paused, ...rest } = ticket;
  return granted({
    ...(move.to === 'paused' || ticket.state !== 'paused' ? ticket : rest),
    state: move.to,
    movedAt: now,
    clocks: clocksAfter(ticket, move, now, terms),
    steps: [...ticket.steps, { ...step, at: now, what: name }],
  });
}

function clocksAfter(ticket: Ticket, move: Move, now: Instant, terms: Terms): Ticket['clocks'] {
  let { clocks } = ticket;
  if (move.clocks === 'pause') clocks = pauseClocks(clocks, now);
  if (move.clocks === 'continue') clocks = continueClocks(clocks, now);
  const stops = move.clocks === 'stopAll' ? clocks.map(({ kind }) => kind) : (move.stops ?? []);
  clocks = stopClocks(clocks, stops, now);
  const isOpen = (kind: ClockKind) =>
    clocks.some((clock) => clock.kind === kind && clock.stoppedAt === undefined);
  const lacking = (move.keeps ?? []).filter((kind) => !isOpen(kind));
  for (const kind of [...startsOf(move, ticket), ...lacking])
    clocks = startClock(clocks, kind, minutesOf(kind, ticket, terms), now);
  return clocks;
}

function startsOf({ starts = [] }: Move, ticket: Ticket): readonly ClockKind[] {
  if (starts === 'first') return firstKinds(ticket);
  const isEmergency = ticket.urgency === 'emergency';
  if (starts === 'back') return isEmergency ? ['arrive', 'close'] : ['close'];
  if (starts !== 'done') return starts;
  // A linked task is accepted and revisited by nobody but with the ticket that opened it.
  if (ticket.channel === 'linked') return [];
  // B3's revisit asks a resident: what a colleague found on patrol (E3), or took down as nobody's in particular, has none.
  const hasResident = !isOfFinder(ticket) && ticket.reporter.isTaker === undefined;
  return isEmergency && hasResident ? ['acceptance', 'revisit'] : ['acceptance'];
}
