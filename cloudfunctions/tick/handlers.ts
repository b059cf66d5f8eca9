import type { DueHandlers } from '../kernel/due';
import { chargingDue } from '../modules/charging/due';
import { paymentsDue } from '../modules/payments';
import { setupDue } from '../modules/setup/due';
import { ticketsDue } from '../modules/tickets/giving/due';
import { reportingDue } from '../modules/tickets/reporting/due';
import { workDue } from '../modules/tickets/work/appointmentDue';

/** Who looks after what has become due, by kind. */
export const dueHandlers = {
  ...chargingDue,
  ...paymentsDue,
  ...setupDue,
  ...ticketsDue,
  ...reportingDue,
  ...workDue,
} satisfies DueHandlers;
