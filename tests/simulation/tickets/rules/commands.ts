import {
  accepted,
  declined,
  overridden,
  transferred,
} from '../../../../cloudfunctions/modules/tickets/giving/hands';
import { moved } from '../../../../cloudfunctions/modules/tickets/life';
import { corrected } from '../../../../cloudfunctions/modules/tickets/reporting/correcting';
import { backIfUnskilled } from '../../../../cloudfunctions/modules/tickets/reporting/unskilled';
import { usualTerms as terms } from '../../../../cloudfunctions/modules/tickets/terms';
import type { Ticket } from '../../../../cloudfunctions/modules/tickets/ticket';
import { answer, grade, judgeAnswer } from '../../../../cloudfunctions/modules/tickets/work/asking/answers';
import { finish } from '../../../../cloudfunctions/modules/tickets/work/doing/finish';
import {
  confirmAppointment,
  pause,
  postpone,
  resume,
} from '../../../../cloudfunctions/modules/tickets/work/doing/standstill';
import { addPhotos, checkIn, tick } from '../../../../cloudfunctions/modules/tickets/work/doing/visit';
import { closed } from '../../../../cloudfunctions/modules/tickets/work/ending/close';
import { plan } from '../../../../cloudfunctions/modules/tickets/work/ending/plan';
import { giveUpRating, rate } from '../../../../cloudfunctions/modules/tickets/work/ending/rate';
import { rejectWork } from '../../../../cloudfunctions/modules/tickets/work/ending/rejectWork';
import { revisit, revisitDue } from '../../../../cloudfunctions/modules/tickets/work/ending/revisit';
import { dayOf, type Instant } from '../../../../types/day';
import type { Outcome } from '../../../../types/refusal';
import { problems, ticketTypes, urgencies } from '../../../../types/ticket';
import { hour } from '../../stage/time';
import { fieldStaff } from '../town';
import { actingAs, crew, memberOf, photo } from './crew';

export interface Draws {
  happens(probability: number): boolean;
  below(bound: number): number;
  oneOf<T>(choices: readonly T[]): T;
}

/** What a rule is told besides the ticket. */
export interface Asked {
  readonly now: Instant;
  /** Those the ticket has opened. */
  readonly tasks: readonly Ticket[];
  /** What was drawn when it was first asked, so that asking again asks the same. */
  readonly to: string;
  readonly number: number;
}

export type Rule = (ticket: Ticket, asked: Asked) => Outcome<Ticket>;

export interface Command {
  readonly name: string;
  readonly weight: number;
  readonly states: readonly Ticket['state'][];
  readonly rule: Rule;
}

function command(name: string, weight: number, states: readonly Ticket['state'][], rule: Rule): Command {
  return { name, weight, states, rule };
}

const handing = (name: string, now: Instant) => ({ now, terms, by: { by: name, staffId: name } });
const mine = ({ assignee }: Ticket) => assignee?.staffId ?? 'zhang';
const span = ({ now, number }: Asked) => {
  const from = now + (1 + (number % 40)) * hour;
  return { from, to: from + 2 * hour };
};

const giving: readonly Command[] = [
  command('ticketAccepted', 20, ['offered', 'waiting'], (ticket, { now, to, number }) => {
    const staffId = number % 5 === 0 ? to : mine(ticket);
    return accepted(ticket, memberOf(staffId), handing(staffId, now));
  }),
  command('ticketDeclined', 5, ['offered', 'accepted'], (ticket, { now }) =>
    declined(ticket, '手上有活', handing(mine(ticket), now)),
  ),
  command('ticketTransferred', 4, ['offered', 'accepted'], (ticket, { now, to }) =>
    transferred(ticket, memberOf(to), '他在附近', handing(mine(ticket), now)),
  ),
  command('ticketOverridden', 4, ['waiting', 'offered', 'accepted', 'paused'], (ticket, { now, to }) =>
    overridden(ticket, memberOf(to), '先去', { ...handing('supervisor', now), as: 'supervisor' }),
  ),
];

const working: readonly Command[] = [
  command('ticketCheckedIn', 16, ['accepted'], (ticket, { now }) =>
    checkIn(ticket, { cannotScan: '门牌掉了' }, actingAs('assignee', mine(ticket), now)),
  ),
  command('ticketItemTicked', 40, ['working'], (ticket, { now }) => {
    const item = ticket.checklist.find(({ at }) => at === undefined)?.item ?? '';
    return tick(ticket, { item, isDone: true }, actingAs('assignee', mine(ticket), now));
  }),
  command('ticketPhotosAdded', 14, ['working'], (ticket, { now, number }) => {
    const photos = [photo(`${number}.jpg`, now)];
    const when = number % 2 === 0 ? 'before' : 'after';
    return addPhotos(ticket, { when, photos }, actingAs('assignee', mine(ticket), now));
  }),
  command('ticketFinished', 20, ['working'], (ticket, { now, tasks }) => {
    const signature = photo('signed.png', now);
    return finish(ticket, { result: '换了', signature }, tasks, actingAs('assignee', mine(ticket), now));
  }),
  command('ticketPaused', 5, ['accepted', 'working'], (ticket, { now }) =>
    pause(ticket, { reason: 'part', note: '等货' }, actingAs('assignee', mine(ticket), now)),
  ),
  command('ticketResumed', 6, ['paused'], (ticket, { now }) =>
    resume(ticket, actingAs('assignee', mine(ticket), now)),
  ),
  command('ticketPostponed', 5, ['accepted', 'working'], (ticket, asked) => {
    const about = { reason: '缺配件', appointment: span(asked) };
    return postpone(ticket, about, actingAs('assignee', mine(ticket), asked.now));
  }),
  command('appointmentConfirmed', 6, ['paused'], (ticket, asked) => {
    const other = asked.number % 3 === 0 ? span(asked) : undefined;
    return confirmAppointment(ticket, other, actingAs('reporter', 'owner', asked.now));
  }),
];

const ending: readonly Command[] = [
  command('ticketWorkAccepted', 8, ['finished'], (ticket, { now }) =>
    closed(ticket, { how: 'accepted', signature: photo('ok.png', now) }, actingAs('reporter', 'owner', now)),
  ),
  command('ticketWorkRejected', 4, ['finished'], (ticket, { now }) =>
    rejectWork(ticket, { reason: '还在漏', photos: [] }, actingAs('reporter', 'owner', now)),
  ),
  command('ticketRated', 8, ['closed'], (ticket, { now, number }) => {
    const given = { stars: 1 + (number % 5), words: [], photos: [] };
    return rate(ticket, given, actingAs('reporter', 'owner', now));
  }),
  command('ticketRatingTaken', 12, ['closed'], (ticket, { now, number }) => {
    const said = { stars: 1 + (number % 5), words: [], text: '电话里说的', photos: [] };
    return rate(ticket, said, actingAs('customerService', 'service', now));
  }),
  command('ticketRatingGivenUp', 4, ['closed'], (ticket, { now }) =>
    giveUpRating(ticket, { reason: '没有人接' }, actingAs('customerService', 'service', now)),
  ),
  command('ticketRevisited', 10, ['closed', 'rated'], (ticket, { now, number }) => {
    const upTo = revisitDue(ticket)?.level ?? 1;
    const asked = { isSatisfied: number % 2 === 0, note: '问过了', upTo };
    return revisit(ticket, asked, actingAs('customerService', 'service', now));
  }),
  command('planPublished', 4, ['rated'], (ticket, { now }) => {
    const text = '每季度检查一次软管';
    const today = dayOf(now);
    return plan(
      ticket,
      { text, dueOn: today, colleagues: [] },
      today,
      actingAs('supervisor', 'supervisor', now),
    );
  }),
];

const asking: readonly Command[] = [
  command('ticketAnswered', 6, ['answering'], (ticket, { now }) =>
    answer(ticket, { text: '已经安排' }, actingAs('customerService', 'service', now)),
  ),
  command('complaintGraded', 3, ['answering'], (ticket, { now, number }) => {
    const wanted = (['minor', 'major', 'critical'] as const)[number % 3] ?? 'minor';
    return grade(ticket, { grade: wanted, reason: '多户' }, actingAs('supervisor', 'supervisor', now));
  }),
  command('answerJudged', 5, ['answered'], (ticket, { now, number }) =>
    judgeAnswer(ticket, { helped: number % 2 === 0 }, actingAs('reporter', 'owner', now)),
  ),
  command(
    'ticketCorrected',
    6,
    ['waiting', 'offered', 'accepted', 'working', 'paused', 'answering'],
    correct,
  ),
  command(
    'ticketCancelled',
    3,
    ['waiting', 'offered', 'accepted', 'answering', 'paused'],
    (ticket, { now }) => moved(ticket, 'cancel', { as: 'customerService', now, terms, step: { by: '客服' } }),
  ),
];

function correct(ticket: Ticket, { now, number }: Asked): Outcome<Ticket> {
  const said = {
    type: ticketTypes[number % ticketTypes.length] ?? 'repair',
    problem: problems[number % problems.length] ?? 'other',
    urgency: urgencies[number % urgencies.length] ?? 'general',
  };
  const as = { mover: 'customerService' as const, who: actingAs('customerService', 'service', now).who };
  const righted = corrected(ticket, { ...said, reason: '电话问清' }, as, { now, terms });
  return righted.ok ? backIfUnskilled(ticket, righted.value, as, { now, terms, staff: crew }) : righted;
}

export const commands: readonly Command[] = [...giving, ...working, ...ending, ...asking];
const weights = commands.reduce((sum, { weight }) => sum + weight, 0);

export function drawCommand(draws: Draws): Command {
  let drawn = draws.below(weights);
  const found = commands.find(({ weight }) => {
    drawn -= weight;
    return drawn < 0;
  });
  if (!found) throw new Error('no command');
  return found;
}

export function drawAsked(draws: Draws): Pick<Asked, 'to' | 'number'> {
  return { to: draws.oneOf(fieldStaff), number: draws.below(1_000_000) };
}
