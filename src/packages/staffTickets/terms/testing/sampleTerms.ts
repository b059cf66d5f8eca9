import type { ServiceTerms } from '../../../../../types/contract/ticketDesks';

/** Terms of a community that has not said how its buildings stand. */
export const terms: ServiceTerms = {
  emergency: { respond: 5, arrive: 30, close: 200, revisit: 60 },
  general: { respond: 30, close: 1440 },
  enquiry: { answer: 240 },
  complaint: { minor: 1440, major: 720, critical: 120 },
  acceptance: 4320,
  poorRating: { revisit: 120, supervisor: 1440, manager: 2880, plan: 1440 },
  offer: { emergency: 2, general: 10 },
  toManager: { emergency: 15, general: 120 },
};
