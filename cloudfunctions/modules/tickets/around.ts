import type { Workload } from './giving/workload';
import { workloadsOf } from './giving/workloadsStore';
import { termsOf } from './termsStore';
import type { Terms, Ticket } from './ticket';
import { type Watchers, watchersOf } from './watchers';

/** What stands around a ticket that is changed: by which terms, who watches, and what its people have in hand. */
export interface Around {
  readonly terms: Terms;
  readonly watchers: Watchers;
  readonly workloads: readonly Workload[];
}

/**
 * Loads what every change of a ticket needs; `more` are staff who may get it. Four reads at once, three where it is in nobody's hands.
 */
export async function aroundOf(
  ticket: Pick<Ticket, 'communityId' | 'homeId' | 'assignee'>,
  ...more: readonly string[]
): Promise<Around> {
  const staffIds = [...(ticket.assignee ? [ticket.assignee.staffId] : []), ...more];
  const [terms, watchers, workloads] = await Promise.all([
    termsOf(ticket.communityId),
    watchersOf(ticket),
    workloadsOf(staffIds),
  ]);
  return { terms, watchers, workloads };
}
