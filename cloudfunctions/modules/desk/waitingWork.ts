import type { FinanceDesk } from '../../../types/contract/desk';
import { count } from '../../platform/database';
import { countStuckJobs } from '../../platform/jobStore';
import { bills } from '../charging';
import { handOvers } from '../counter';
import { invoices } from '../invoicing';
import { notReached } from '../messages';
import { cases } from '../reconciliation';

/** What waits for finance to do something. One count each, at once. */
export async function waitingWork(
  communityId: string,
): Promise<
  Pick<
    FinanceDesk,
    'openCases' | 'invoicesAsked' | 'questions' | 'notReached' | 'handOversWaiting' | 'stuckWork'
  >
> {
  const [openCases, asked, toBeRed, questions, missed, handOversWaiting, stuckWork] = await Promise.all([
    count(cases, { communityId, state: 'open' }),
    count(invoices, { communityId, state: 'asked' }),
    count(invoices, { communityId, state: 'toBeRedFlushed' }),
    count(bills, { communityId, state: 'questioned' }),
    count(notReached, { communityId, state: 'open' }),
    count(handOvers, { communityId, state: 'handedOver' }),
    countStuckJobs(communityId),
  ]);
  return {
    openCases,
    invoicesAsked: asked + toBeRed,
    questions,
    notReached: missed,
    handOversWaiting,
    stuckWork,
  };
}
