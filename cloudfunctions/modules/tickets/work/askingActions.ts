import type { ParsedOf } from '../../../../types/contract';
import type { Ticket } from '../ticket';
import { answer, disputesOf, grade, judgeAnswer } from './asking/answers';
import { endTogether } from './linked/endTogether';
import { onTicket } from './onTicket';
import { tellDuty, tellGrave, tellReporter } from './told';

const desk = ['customerService', 'supervisor', 'projectManager'] as const;

/** B10, B11: answered in writing. */
export const answerTicket = onTicket<ParsedOf<'tickets.answer'>>({
  what: 'ticketAnswered',
  as: desk,
  rule: ({ ticket, input, acting }) => answer(ticket, input, acting),
  tell: (_before, after) => tellReporter(after, 'ticketAnswered'),
});

/** B10: helped, or not: then a level up. */
export const judgeTicketAnswer = onTicket<ParsedOf<'tickets.judgeAnswer'>>({
  what: 'answerJudged',
  as: ['reporter', 'customerService'],
  rule: ({ ticket, input, acting }) => judgeAnswer(ticket, input, acting),
  facts: (after) => ({ helped: after.state === 'closed', disputes: disputesOf(after) }),
  tell: (_before, after) => (after.state === 'closed' ? tellReporter(after, 'ticketClosed') : tellUp(after)),
  changes: (before, after, change) => endTogether(before, after, change),
  afterwards: 'check',
});

/** B10: minor, major, critical; the graver it is, the higher it is told. */
export const gradeTicket = onTicket<ParsedOf<'tickets.grade'>>({
  what: 'complaintGraded',
  as: desk,
  rule: ({ ticket, input, acting }) => grade(ticket, input, acting),
  reason: ({ reason }) => reason,
  facts: (after) => ({ grade: after.grade ?? 'minor' }),
  tell: (before, after) => tellGrave(after, before.grade),
});

/** The first answer that does not help is the supervisor's, every later one the project manager's. */
function tellUp(ticket: Ticket) {
  return tellDuty(ticket, disputesOf(ticket) > 1 ? 'projectManager' : 'supervisor', 'ticketDisputed');
}
