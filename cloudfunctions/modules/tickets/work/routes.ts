import type { Routes } from '../../../kernel/routes';
import { changeLater, readLater } from '../notYet';

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
  | 'ticketDesks.rectifications'
  | 'knowledge.ask'
  | 'knowledge.list'
  | 'knowledge.save'
  | 'knowledge.remove'
> = {
  'tickets.confirmAppointment': changeLater,
  'tickets.acceptWork': changeLater,
  'tickets.rejectWork': changeLater,
  'tickets.rate': changeLater,
  'tickets.judgeAnswer': changeLater,
  'tickets.answer': changeLater,
  'tickets.grade': changeLater,
  'ticketWork.checkIn': changeLater,
  'ticketWork.tick': changeLater,
  'ticketWork.addPhotos': changeLater,
  'ticketWork.setMaterials': changeLater,
  'ticketWork.pause': changeLater,
  'ticketWork.resume': changeLater,
  'ticketWork.postpone': changeLater,
  'ticketWork.finish': changeLater,
  'ticketWork.revisit': changeLater,
  'ticketWork.plan': changeLater,
  'ticketDesks.rectifications': readLater,
  'knowledge.ask': readLater,
  'knowledge.list': readLater,
  'knowledge.save': changeLater,
  'knowledge.remove': changeLater,
};
