import type { ServiceTerms } from '../../../types/contract/ticketDesks';

const hour = 60;
const day = 24 * hour;

/**
 * How long each clock runs, in minutes: requirement rows B3, B4, B5, B7, B10. What a community has not set otherwise; the only place
 * where these figures stand.
 */
export const usualTerms: ServiceTerms = {
  // B3: respond 15 min, on site 30 min, revisit within 1 h of closing. Ours: done within 4 h of arriving.
  emergency: { respond: 15, arrive: 30, close: 4 * hour, revisit: hour },
  // B3: respond 2 h, closed 24 h.
  general: { respond: 2 * hour, close: day },
  // B3: answered in writing within 24 h.
  enquiry: { answer: day },
  // Ours: the graver, the sooner.
  complaint: { minor: day, major: 8 * hour, critical: 2 * hour },
  // B5: accepted by itself after 72 h of silence.
  acceptance: 3 * day,
  // B7: three levels, each with its clock; a plan within 24 h. Ours: the levels' figures.
  poorRating: { revisit: 4 * hour, supervisor: 8 * hour, manager: day, plan: day },
  // Ours: of 15 minutes an unanswered offer takes 3, so that a fifth person can still be asked in time.
  offer: { emergency: 3, general: 20 },
  // Ours: late by so much, the supervisor has not helped.
  toManager: { emergency: 10, general: 2 * hour },
};

/** Each of these lasts no longer than the one behind it. */
const orders: readonly ((terms: ServiceTerms) => readonly number[])[] = [
  ({ emergency, offer }) => [offer.emergency, emergency.respond, emergency.arrive],
  ({ general, offer }) => [offer.general, general.respond, general.close],
  ({ emergency, general }) => [emergency.respond, general.respond],
  ({ emergency, general }) => [emergency.close, general.close],
  ({ complaint }) => [complaint.critical, complaint.major, complaint.minor],
  ({ poorRating }) => [poorRating.revisit, poorRating.supervisor, poorRating.manager],
  ({ toManager }) => [toManager.emergency, toManager.general],
  // B5: nobody's silence counts sooner than after 72 hours.
  ({ acceptance }) => [usualTerms.acceptance, acceptance],
];

/**
 * Whether terms can be kept: whoever has to arrive has had time to respond, the graver is not slower than the less grave, no building stands
 * in two places.
 */
export function areSound(terms: ServiceTerms): boolean {
  const buildings = terms.buildingRows?.flat() ?? [];
  return (
    new Set(buildings).size === buildings.length &&
    orders.every((order) => order(terms).every((minutes, at, all) => minutes <= (all[at + 1] ?? minutes)))
  );
}
