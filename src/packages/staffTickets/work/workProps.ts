import type { TicketView } from '../../../../types/contract/tickets';

/** What can lie over the ticket. */
export type WorkSheet = 'transfer' | 'decline' | 'cannotScan' | 'unfinished' | 'material' | undefined;

export interface WorkProps {
  readonly ticket: TicketView;
  readonly onChanged: (ticket: TicketView) => void;
}
