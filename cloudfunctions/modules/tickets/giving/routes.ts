import type { Routes } from '../../../kernel/routes';
import { changeLater, readLater } from '../notYet';

export const givingRoutes: Routes<
  | 'ticketWork.queue'
  | 'ticketWork.why'
  | 'ticketWork.colleagues'
  | 'ticketWork.accept'
  | 'ticketWork.decline'
  | 'ticketWork.transfer'
  | 'ticketWork.override'
  | 'ticketWork.afterCheck'
  | 'ticketWork.list'
  | 'roster.switchDuty'
  | 'roster.week'
  | 'roster.setShift'
  | 'ticketDesks.terms'
  | 'ticketDesks.setTerms'
> = {
  'ticketWork.queue': readLater,
  'ticketWork.why': readLater,
  'ticketWork.colleagues': readLater,
  'ticketWork.accept': changeLater,
  'ticketWork.decline': changeLater,
  'ticketWork.transfer': changeLater,
  'ticketWork.override': changeLater,
  'ticketWork.afterCheck': changeLater,
  'ticketWork.list': readLater,
  'roster.switchDuty': changeLater,
  'roster.week': readLater,
  'roster.setShift': changeLater,
  'ticketDesks.terms': readLater,
  'ticketDesks.setTerms': changeLater,
};
