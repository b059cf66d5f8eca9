import { type Candidate, dispatchRule, type WaitingTicket } from '../rule';
import type { Circumstances } from '../weigh';

export const noon = Date.UTC(2026, 5, 1, 4);

/** Walks of four minutes each, unless a table by staff id says otherwise. */
export function circumstances(walks: Readonly<Record<string, number>> = {}): Circumstances {
  return {
    ...{ rule: dispatchRule, now: noon, isWayGuess: () => false },
    walkMinutes: ({ id }) => walks[id] ?? 4,
  };
}

export function person(id: string, given: Partial<Candidate> = {}): Candidate {
  return {
    id,
    name: id,
    isOnDuty: true,
    skills: ['水暖'],
    areas: [],
    open: 0,
    openEmergencies: 0,
    freeInMinutes: 0,
    urgentFreeInMinutes: 0,
    workedMinutes: 0,
    ...given,
  };
}

export function ticket(id: string, given: Partial<WaitingTicket> = {}): WaitingTicket {
  return {
    id,
    skill: '水暖',
    place: '3栋',
    urgency: 'general',
    reportedAt: noon,
    respondBy: noon + 120 * 60_000,
    usualMinutes: 40,
    declinedBy: [],
    ...given,
  };
}

export const emergency = { urgency: 'emergency', respondBy: noon + 15 * 60_000 } as const;
