import type { Routes } from '../../kernel/routes';
import { desksRoutes } from './desks/routes';
import { givingRoutes } from './giving/routes';
import { reportingRoutes } from './reporting/routes';
import { workRoutes } from './work/routes';

type TicketAction = Extract<
  keyof Routes,
  | `tickets.${string}`
  | `ticketWork.${string}`
  | `ticketDesks.${string}`
  | `roster.${string}`
  | `knowledge.${string}`
>;

export const ticketsRoutes: Routes<TicketAction> = {
  ...desksRoutes,
  ...givingRoutes,
  ...reportingRoutes,
  ...workRoutes,
};
