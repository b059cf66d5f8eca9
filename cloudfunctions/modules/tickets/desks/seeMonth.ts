import type { ParsedOf } from '../../../../types/contract';
import type { TicketMonth } from '../../../../types/contract/ticketDesks';
import { addMonths, firstDayOf, type Month, month as monthIn, startOfDay } from '../../../../types/day';
import { granted } from '../../../../types/refusal';
import type { Reading } from '../../../kernel/routes';
import { ticketsReportedIn } from './desksStore';
import { monthFigures } from './monthFigures';

/** The manager's month at a glance: summed from what was reported in it, so that each figure opens to tickets. A read for every hundred. */
export const seeMonth: Reading<ParsedOf<'ticketDesks.month'>, TicketMonth> = async (
  { communityId, month },
  { now },
) => {
  const wanted = monthIn(month);
  const reportedIn = (of: Month) =>
    ticketsReportedIn(communityId, startOfDay(firstDayOf(of)), startOfDay(firstDayOf(addMonths(of, 1))));
  const [tickets, before] = await Promise.all([reportedIn(wanted), reportedIn(addMonths(wanted, -1))]);
  return granted(monthFigures(wanted, tickets, before, now));
};
