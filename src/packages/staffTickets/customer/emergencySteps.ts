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
