import type { Routes } from '../kernel/routes';
import { chargingRoutes } from '../modules/charging/routes';
import { communityRoutes } from '../modules/community';
import { counterRoutes } from '../modules/counter/routes';
import { deskRoutes } from '../modules/desk/routes';
import { invoicingRoutes } from '../modules/invoicing/routes';
import { messagesRoutes } from '../modules/messages';
import { paymentsRoutes } from '../modules/payments/routes';
import { peopleRoutes } from '../modules/people';
import { reconciliationRoutes } from '../modules/reconciliation/routes';
import { setupRoutes } from '../modules/setup/routes';
import { ticketsRoutes } from '../modules/tickets/routes';

/** Every action with its use case and who may ask. The compiler refuses a table that lacks an action of the contract. */
export const routes: Routes = {
  ...chargingRoutes,
  ...communityRoutes,
  ...counterRoutes,
  ...deskRoutes,
  ...invoicingRoutes,
  ...messagesRoutes,
  ...paymentsRoutes,
  ...peopleRoutes,
  ...reconciliationRoutes,
  ...setupRoutes,
  ...ticketsRoutes,
};
