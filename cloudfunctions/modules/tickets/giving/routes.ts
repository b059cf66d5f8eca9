import { namedOnRecord, reachCommunity, staffOfCommunity } from '../../../kernel/access';
import { byChange, type Routes } from '../../../kernel/routes';
import { reachAssigned, reachHandedOn } from '../reach';
import { acceptTicket } from './acceptTicket';
import { afterCheckTicket } from './afterCheckTicket';
import { copyWeek } from './copyWeek';
import { declineTicket } from './declineTicket';
import { overrideTicket, transferTicket } from './handOver';
import { seeColleagues } from './seeColleagues';
import { seeQueue } from './seeQueue';
import { seeWeek } from './seeWeek';
import { seeWhy } from './seeWhy';
import { setShift } from './setShift';
import { seeTerms, setTerms } from './setTerms';
import { switchDuty } from './switchDuty';

const leaders = staffOfCommunity('supervisor', 'projectManager');
const desk = staffOfCommunity('customerService', 'supervisor', 'projectManager');
const workers = staffOfCommunity('engineer', 'guard');

/** Who may give, take, plan and look. Declining and handing on are answered once more to whoever has done it and has it no longer. */
export const givingRoutes: Routes<
  | 'ticketWork.queue'
  | 'ticketWork.why'
  | 'ticketWork.colleagues'
  | 'ticketWork.accept'
  | 'ticketWork.decline'
  | 'ticketWork.transfer'
  | 'ticketWork.override'
  | 'ticketWork.afterCheck'
  | 'roster.switchDuty'
  | 'roster.week'
  | 'roster.setShift'
  | 'roster.copyWeek'
  | 'ticketDesks.terms'
  | 'ticketDesks.setTerms'
> = {
  'ticketWork.queue': { reach: reachCommunity, who: [workers, desk], read: seeQueue },
  'ticketWork.why': { reach: reachAssigned, who: [namedOnRecord, desk], read: seeWhy },
  'ticketWork.colleagues': { reach: reachAssigned, who: [namedOnRecord, leaders], read: seeColleagues },
  'ticketWork.accept': { reach: reachAssigned, who: [workers], change: byChange(acceptTicket) },
  'ticketWork.decline': { reach: reachHandedOn, who: [namedOnRecord], change: byChange(declineTicket) },
  'ticketWork.transfer': { reach: reachHandedOn, who: [namedOnRecord], change: byChange(transferTicket) },
  'ticketWork.override': { reach: reachAssigned, who: [leaders], change: byChange(overrideTicket) },
  'ticketWork.afterCheck': { reach: reachAssigned, who: [leaders], change: byChange(afterCheckTicket) },
  'roster.switchDuty': { reach: reachCommunity, who: [workers, desk], change: byChange(switchDuty) },
  'roster.week': { reach: reachCommunity, who: [workers, desk], read: seeWeek },
  'roster.setShift': { reach: reachCommunity, who: [leaders], change: byChange(setShift) },
  'roster.copyWeek': { reach: reachCommunity, who: [leaders], change: byChange(copyWeek) },
  'ticketDesks.terms': { reach: reachCommunity, who: [desk], read: seeTerms },
  'ticketDesks.setTerms': {
    reach: reachCommunity,
    who: [staffOfCommunity('projectManager')],
    change: byChange(setTerms),
  },
};
