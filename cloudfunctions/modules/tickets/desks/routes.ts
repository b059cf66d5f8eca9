import type { Routes } from '../../../kernel/routes';
import { readLater } from '../notYet';

export const desksRoutes: Routes<'ticketDesks.customer' | 'ticketDesks.supervisor' | 'ticketDesks.month'> = {
  'ticketDesks.customer': readLater,
  'ticketDesks.supervisor': readLater,
  'ticketDesks.month': readLater,
};
