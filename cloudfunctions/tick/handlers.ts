import type { DueHandlers } from '../kernel/due';
import { chargingDue } from '../modules/charging/due';
import { paymentsDue } from '../modules/payments';

/** Who looks after what has become due, by kind. */
export const dueHandlers: DueHandlers = { ...chargingDue, ...paymentsDue };
