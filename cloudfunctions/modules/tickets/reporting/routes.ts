import {
  anyPerson,
  holderOfHome,
  namedOnRecord,
  reachCommunity,
  reachSelf,
  staffOfCommunity,
} from '../../../kernel/access';
import { byChange, type Routes } from '../../../kernel/routes';
import { reachHome } from '../../community';
import { reachAdded, reachReported, reachTicket } from '../reach';
import { addToTicket } from './addToTicket';
import { cancelTicket } from './cancelTicket';
import { correctTicket } from './correctTicket';
import { reportForm } from './form';
import { myTickets } from './mine';
import { recogniseReport } from './recogniseReport';
import { report } from './report';
import { takeReport } from './takeReport';
import { viewTicket } from './viewTicket';

const home = holderOfHome('owner', 'family', 'tenant');
const service = staffOfCommunity('customerService');
const desks = staffOfCommunity('customerService', 'supervisor', 'projectManager');
const staff = staffOfCommunity('engineer', 'guard', 'customerService', 'supervisor', 'projectManager');

export const reportingRoutes: Routes<
  | 'tickets.recognise'
  | 'tickets.form'
  | 'tickets.mine'
  | 'tickets.ticket'
  | 'tickets.report'
  | 'tickets.takeReport'
  | 'tickets.add'
  | 'tickets.cancel'
  | 'tickets.correct'
> = {
  'tickets.recognise': { reach: reachSelf, who: [anyPerson], read: recogniseReport },
  'tickets.form': { reach: reachHome, who: [home], read: reportForm },
  'tickets.mine': { reach: reachHome, who: [home], read: myTickets },
  'tickets.ticket': { reach: reachTicket, who: [home, namedOnRecord, desks], read: viewTicket },
  'tickets.report': { reach: reachHome, who: [home], change: byChange(report) },
  'tickets.takeReport': { reach: reachCommunity, who: [staff], change: byChange(takeReport) },
  'tickets.add': { reach: reachAdded, who: [home, namedOnRecord, service], change: byChange(addToTicket) },
  'tickets.cancel': {
    reach: reachReported,
    who: [home, namedOnRecord, service],
    change: byChange(cancelTicket),
  },
  'tickets.correct': {
    reach: reachReported,
    who: [staffOfCommunity('customerService', 'supervisor')],
    change: byChange(correctTicket),
  },
};
