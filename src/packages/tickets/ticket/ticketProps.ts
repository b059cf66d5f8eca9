import type { TicketView } from '../../../../types/contract/tickets';

/** What can lie over the ticket. */
export type TicketSheet = 'add' | 'reject' | 'cancel' | 'dispute' | undefined;

export interface TicketProps {
  readonly ticket: TicketView;
  readonly onShow: (sheet: TicketSheet) => void;
  readonly onChanged: (ticket: TicketView) => void;
}

export interface SheetProps {
  readonly ticket: TicketView;
  readonly onClose: () => void;
  readonly onChanged: (ticket: TicketView) => void;
}
