import type { TicketState } from '../../../types/ticket';

/** In these something is still to be done. */
export const openStates: readonly TicketState[] = [
  ...(['waiting', 'offered', 'accepted', 'working', 'paused', 'finished', 'answering', 'answered'] as const),
];
