import {
  holderOfHome,
  namedOnRecord,
  reachCommunity,
  residentOfCommunity,
  staffOfCommunity,
} from '../../../kernel/access';
import { byChange, type Routes } from '../../../kernel/routes';
import { reachAssigned, reachReported } from '../reach';
import { answerTicket, gradeTicket, judgeTicketAnswer } from './askingActions';
import { listRectifications } from './ending/listRectifications';
import {
  acceptTicketWork,
  giveUpTicketRating,
  planTicket,
  rateTicket,
  rejectTicketWork,
  revisitTicket,
  takeTicketRating,
} from './endingActions';
import { removeKnowledge, saveKnowledge } from './knowledge/editKnowledge';
import { askKnowledge, listKnowledge } from './knowledge/readKnowledge';
import {
  addWorkPhotos,
  checkInTicket,
  confirmTicketAppointment,
  finishTicket,
  pauseTicket,
  postponeTicket,
  resumeTicket,
  setTicketMaterials,
  tickItem,
} from './workActions';

const home = holderOfHome('owner', 'family', 'tenant');
const service = staffOfCommunity('customerService');
const supervisor = staffOfCommunity('supervisor');
const desks = staffOfCommunity('customerService', 'supervisor', 'projectManager');
const staff = staffOfCommunity('engineer', 'guard', 'customerService', 'supervisor', 'projectManager');
const others = staffOfCommunity('finance', 'committee');

/** Doors of the reporter and the home; of whoever has it; of the desks. */
const asked = { reach: reachReported, who: [home, namedOnRecord] };
const askedOrServed = { reach: reachReported, who: [home, namedOnRecord, service] };
const worked = { reach: reachAssigned, who: [namedOnRecord] };
const workedOrLed = { reach: reachAssigned, who: [namedOnRecord, supervisor] };
const served = { reach: reachAssigned, who: [desks] };
const called = { reach: reachAssigned, who: [service] };
const edited = { reach: reachCommunity, who: [desks] };

export const workRoutes: Routes<
  | 'tickets.confirmAppointment'
  | 'tickets.acceptWork'
  | 'tickets.rejectWork'
  | 'tickets.rate'
  | 'tickets.judgeAnswer'
  | 'tickets.answer'
  | 'tickets.grade'
  | 'ticketWork.checkIn'
  | 'ticketWork.tick'
  | 'ticketWork.addPhotos'
  | 'ticketWork.setMaterials'
  | 'ticketWork.pause'
  | 'ticketWork.resume'
  | 'ticketWork.postpone'
  | 'ticketWork.finish'
  | 'ticketWork.revisit'
  | 'ticketWork.plan'
  | 'ticketWork.takeRating'
  | 'ticketWork.giveUpRating'
  | 'ticketDesks.rectifications'
  | 'knowledge.ask'
  | 'knowledge.list'
  | 'knowledge.save'
  | 'knowledge.remove'
> = {
  'tickets.confirmAppointment': { ...askedOrServed, change: byChange(confirmTicketAppointment) },
  'tickets.acceptWork': { ...asked, change: byChange(acceptTicketWork) },
  'tickets.rejectWork': { ...askedOrServed, change: byChange(rejectTicketWork) },
  'tickets.rate': { ...asked, change: byChange(rateTicket) },
  'tickets.judgeAnswer': { ...askedOrServed, change: byChange(judgeTicketAnswer) },
  'tickets.answer': { ...served, change: byChange(answerTicket) },
  'tickets.grade': { ...served, change: byChange(gradeTicket) },
  'ticketWork.checkIn': { ...worked, change: byChange(checkInTicket) },
  'ticketWork.tick': { ...worked, change: byChange(tickItem) },
  'ticketWork.addPhotos': { ...worked, change: byChange(addWorkPhotos) },
  'ticketWork.setMaterials': { ...worked, change: byChange(setTicketMaterials) },
  'ticketWork.pause': { ...workedOrLed, change: byChange(pauseTicket) },
  'ticketWork.resume': { ...workedOrLed, change: byChange(resumeTicket) },
  'ticketWork.postpone': { ...worked, change: byChange(postponeTicket) },
  'ticketWork.finish': { ...worked, change: byChange(finishTicket) },
  'ticketWork.revisit': { ...served, change: byChange(revisitTicket) },
  'ticketWork.plan': { ...served, change: byChange(planTicket) },
  'ticketWork.takeRating': { ...called, change: byChange(takeTicketRating) },
  'ticketWork.giveUpRating': { ...called, change: byChange(giveUpTicketRating) },
  'ticketDesks.rectifications': {
    reach: reachCommunity,
    who: [residentOfCommunity, staff, others],
    read: listRectifications,
  },
  'knowledge.ask': { reach: reachCommunity, who: [residentOfCommunity, staff], read: askKnowledge },
  'knowledge.list': { ...edited, read: listKnowledge },
  'knowledge.save': { ...edited, change: byChange(saveKnowledge) },
  'knowledge.remove': { ...edited, change: byChange(removeKnowledge) },
};
