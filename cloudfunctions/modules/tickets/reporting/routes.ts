import type { Routes } from '../../../kernel/routes';
import { changeLater, readLater } from '../notYet';

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
  'tickets.recognise': readLater,
  'tickets.form': readLater,
  'tickets.mine': readLater,
  'tickets.ticket': readLater,
  'tickets.report': changeLater,
  'tickets.takeReport': changeLater,
  'tickets.add': changeLater,
  'tickets.cancel': changeLater,
  'tickets.correct': changeLater,
};
