export type { Ticket } from './ticket';
export { ticketById, tickets } from './ticketsStore';
