import { granted, type Outcome, refused } from '../../../../../types/refusal';
import { type ComplaintGrade, complaintGrades } from '../../../../../types/ticket';
import { missedOf } from '../../clocks';
import { isTooLong, minutesOf, moved } from '../../life';
import type { Clock, Ticket } from '../../ticket';
import { type Acting, moving, plainly, unchecked } from '../acting';
import { closed } from '../ending/close';

const minute = 60_000;

/** B10, B11: answered in writing; the asker may say that it does not help. Refuses TICKET_MOVED. */
export function answer(ticket: Ticket, { text }: { readonly text: string }, acting: Acting): Outcome<Ticket> {
  const answered = moved(ticket, 'answer', moving(acting));
  if (!answered.ok) return answered;
  const { by = '', staffId = '' } = acting.who;
  return granted({
    ...answered.value,
    answers: [...ticket.answers, { text, by, staffId, at: acting.now }],
  });
}

/** The asker is helped: it is closed; or not: it goes back with a clock anew, and a level up. Refuses TICKET_MOVED. */
export function judgeAnswer(
  ticket: Ticket,
  { helped, reason }: { readonly helped: boolean; readonly reason?: string | undefined },
  acting: Acting,
): Outcome<Ticket> {
  const note = reason === undefined ? {} : { note: unchecked(reason, acting) };
  const judged = helped
    ? closed(ticket, { how: 'helped' }, acting)
    : moved(ticket, 'dispute', moving(acting, note));
  if (!judged.ok) return judged;
  const last = ticket.answers.length - 1;
  const answers = ticket.answers.map((one, at) => (at === last ? { ...one, helped } : one));
  return granted({ ...judged.value, answers });
}

/** How often an answer has not helped: 1 is for the supervisor, more for the project manager. */
export function disputesOf({ answers }: Pick<Ticket, 'answers'>): number {
  return answers.filter(({ helped }) => helped === false).length;
}

/**
 * B10: how grave a complaint is. Graver: answered within the new grade's time from now, and never later than promised before. Less
 * grave: within its time from when the clock began. Refuses GRADE_NOT_POSSIBLE where it is no complaint that waits for an answer; TICKET_TOO_LONG.
 */
export function grade(
  ticket: Ticket,
  { grade: wanted, reason }: { readonly grade: ComplaintGrade; readonly reason: string },
  { who, now, terms }: Acting,
): Outcome<Ticket> {
  if (ticket.type !== 'complaint' || ticket.state !== 'answering') return refused('GRADE_NOT_POSSIBLE');
  if (isTooLong(ticket)) return refused('TICKET_TOO_LONG');
  const minutes = minutesOf('answer', { ...ticket, grade: wanted }, terms);
  const rank = (one: ComplaintGrade = 'minor') => complaintGrades.indexOf(one);
  const isGraver = rank(wanted) > rank(ticket.grade);
  const isChanged = rank(wanted) !== rank(ticket.grade);
  const due = ({ startedAt, by }: Clock) =>
    (isGraver ? Math.min(by, now + minutes * minute) : startedAt + minutes * minute) as Clock['by'];
  const { isGradeSuggested: _suggested, ...rest } = ticket;
  return granted({
    ...rest,
    grade: wanted,
    clocks: ticket.clocks.map((clock) =>
      // A deadline that stays has been told to whom it has been told.
      clock.kind === 'answer' && isChanged && due(clock) !== clock.by
        ? { ...clock, by: due(clock), level: 0, ...missedOf(clock, now) }
        : clock,
    ),
    steps: [...ticket.steps, { ...who, at: now, what: 'graded', note: plainly(reason) }],
  });
}
