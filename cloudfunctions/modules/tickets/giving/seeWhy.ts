import type { ParsedOf } from '../../../../types/contract';
import type { DispatchWhy } from '../../../../types/contract/ticketWork';
import type { Instant } from '../../../../types/day';
import { granted, refused } from '../../../../types/refusal';
import type { Reading } from '../../../kernel/routes';
import { explain } from '../dispatch/explain';
import { walkAmong } from '../dispatch/walk';
import { canOf } from '../reporting/can';
import { isDesk, type Reader, readerOf } from '../reporting/reader';
import { rowOf } from '../reporting/row';
import { stepsView } from '../reporting/steps';
import { checkView } from '../reporting/view';
import type { DispatchRecord, Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';
import { circumstancesOf, placedOf, waitingOf } from './candidate';
import { atWorkIn } from './situation';

/** 为什么派给他: as it stood when it was given; of what waits, as it stands now. Who may: whoever has it, the desks. */
export const seeWhy: Reading<ParsedOf<'ticketWork.why'>, DispatchWhy> = async (
  { ticketId },
  { caller, now },
) => {
  const ticket = await ticketById(ticketId);
  if (!ticket) return refused('NOT_ALLOWED');
  const record =
    ticket.state === 'waiting' || !ticket.dispatch ? await asItStands(ticket, now) : ticket.dispatch;
  const reader = readerOf(ticket, caller);
  const { afterCheck } = ticket;
  const { at, ruleVersion, sentence, principle, skill, place, compared, onDuty, skilled } = record;
  return granted({
    ticket: rowOf(ticket, reader),
    ...{ at, ruleVersion, sentence, principle, skill, place, candidates: compared },
    ...(onDuty === undefined || skilled === undefined ? {} : { onDuty, skilled }),
    course: courseOf(ticket, reader),
    ...(afterCheck && isDesk(reader) ? { afterCheck: checkView(afterCheck) } : {}),
    can: canOf(ticket, reader),
  });
};

/** Steps that tell how it came into somebody's hands. */
const givings: readonly string[] = [
  ...['reported', 'offer', 'reoffer', 'accept', 'take', 'decline', 'lapse', 'transfer', 'override'],
  ...['giveBack', 'toRepair', 'escalated', 'checkIn'],
];

function courseOf(ticket: Ticket, reader: Reader): DispatchWhy['course'] {
  const steps = ticket.steps.filter(({ what }) => givings.includes(what));
  return [...stepsView({ ...ticket, steps }, reader, new Map())].reverse();
}

async function asItStands(ticket: Ticket, now: Instant): Promise<DispatchRecord> {
  const { people, terms } = await atWorkIn(ticket.communityId, now);
  const placed = people.map(({ member, workload }) => placedOf(member, workload, now));
  const waiting = waitingOf(ticket);
  const given = ticket.assignee?.staffId;
  return {
    ...explain(waiting, given, placed, circumstancesOf(placed, walkAmong(terms.buildingRows), now)),
    ...{ at: now, skill: waiting.skill, place: waiting.place },
  };
}
