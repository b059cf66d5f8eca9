import { Row } from '@/components';
import { open, pages } from '@/services/routes';
import { gradeNames, problemNames, stateChip, typeNames } from '@/words/tickets';
import type { TicketRow } from '../../../../types/contract/tickets';
import { rowClock } from '../workClock';

export interface DeskRowProps {
  readonly row: TicketRow;
  readonly now: number;
  /** Where it opens; the ticket where nothing else is said. */
  readonly page?: typeof pages.deskTicket | typeof pages.dispatchWhy;
}

/** A ticket in a list of the desks: where it is and what runs, how it stands; opens it. */
export function DeskRow({ row, now, page = pages.deskTicket }: DeskRowProps) {
  return (
    <Row
      id={`ticket-${row.ticketId}`}
      icon={row.urgency === 'emergency' ? 'alert' : row.type === 'repair' ? 'wrench' : 'messages'}
      disc={row.urgency === 'emergency' ? 'brand' : 'plain'}
      title={row.title}
      isCut
      {...deskLine(row, now)}
      chip={stateChip(row.state)}
      onTap={() => open(page, { ticketId: row.ticketId })}
    />
  );
}

/** 3栋2单元1201，一般投诉，12 分内答复; what has no running clock ends with who has it. */
function deskLine(row: TicketRow, now: number): { readonly line: string; readonly lineEnd?: string } {
  const { title, place, type, problem, grade, assignee, clock } = row;
  const kind =
    type === 'complaint'
      ? `${gradeNames[grade ?? 'minor']}投诉`
      : type === 'repair'
        ? problemNames[problem]
        : typeNames[type];
  const { time, below } = rowClock(row, now);
  // Words that WeChat has not passed are told by what they are about.
  const about = kind === title ? undefined : kind;
  const line = [place, about, assignee].filter(Boolean).join('，');
  return clock ? { line: `${line}，`, lineEnd: `${time}${below}` } : { line };
}
