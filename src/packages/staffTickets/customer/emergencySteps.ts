import type { CustomerDesk } from '../../../../types/contract/ticketDesks';
import type { TicketState } from '../../../../types/ticket';

export const emergencySteps = ['受理', '接单', '到场', '修好', '回访'] as const;

const reached: Readonly<Partial<Record<TicketState, number>>> = {
  waiting: 1,
  offered: 1,
  accepted: 2,
  working: 3,
  paused: 3,
};

/** Which of the five an emergency is waiting for; the revisit once it is repaired. */
export function stepNow(state: TicketState): number {
  return reached[state] ?? 4;
}

/** The emergencies that are not repaired: what is repaired stands among the revisits, with the call it waits for, and nowhere twice. */
export function stillUnderWay({
  emergencies,
  revisits,
}: Pick<CustomerDesk, 'emergencies' | 'revisits'>): CustomerDesk['emergencies'] {
  const repaired = new Set(revisits.map(({ ticketId }) => ticketId));
  return emergencies.filter(({ ticketId }) => !repaired.has(ticketId));
}
