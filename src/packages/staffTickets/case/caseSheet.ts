import type { TicketView } from '../../../../types/contract/tickets';

/** What every sheet over a ticket gets. */
export interface CaseSheetProps {
  readonly ticketId: string;
  readonly onClose: () => void;
  readonly onChanged: (ticket: TicketView) => void;
}
