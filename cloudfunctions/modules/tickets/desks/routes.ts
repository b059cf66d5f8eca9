import { namedOnRecord, reachCommunity, staffOfCommunity } from '../../../kernel/access';
import { byChange, type Routes } from '../../../kernel/routes';
import { reachAssigned } from '../reach';
import { findTickets } from './findTickets';
import { listTickets } from './listTickets';
import { openContact } from './openContact';
import { seeCustomerDesk } from './seeCustomerDesk';
import { seeMonth } from './seeMonth';
import { seeSupervisorBoard } from './seeSupervisorBoard';

const leaders = staffOfCommunity('supervisor', 'projectManager');
const desk = staffOfCommunity('customerService', 'supervisor', 'projectManager');

/** The desks of a community, each one call, and the lists their figures open. */
export const desksRoutes: Routes<
  | 'ticketDesks.customer'
  | 'ticketDesks.supervisor'
  | 'ticketDesks.month'
  | 'ticketWork.list'
  | 'ticketWork.find'
  | 'ticketWork.openContact'
> = {
  'ticketDesks.customer': { reach: reachCommunity, who: [desk], read: seeCustomerDesk },
  'ticketDesks.supervisor': { reach: reachCommunity, who: [leaders], read: seeSupervisorBoard },
  'ticketDesks.month': { reach: reachCommunity, who: [leaders], read: seeMonth },
  'ticketWork.list': { reach: reachCommunity, who: [desk], read: listTickets },
  'ticketWork.find': { reach: reachCommunity, who: [desk], read: findTickets },
  'ticketWork.openContact': {
    reach: reachAssigned,
    who: [namedOnRecord, desk],
    change: byChange(openContact),
  },
};
