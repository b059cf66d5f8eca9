import type { Instant } from '../../../../types/day';
import { granted, type Outcome } from '../../../../types/refusal';
import { type Changes, changes, joined, replace } from '../../../kernel/changes';
import { ticketChanges } from '../changesOf';
import { masterName } from '../reporting/names';
import { termsOf } from '../termsStore';
import type { Step } from '../ticket';
import { ticketsByIds } from '../ticketsStore';
import { watchersOf } from '../watchers';
import { dutyNote } from './dutyNote';
import { offerReturned } from './hands';
import type { HeldTicket, Workload } from './workload';
import { workloadAfter } from './workload';
import { workloads } from './workloadsStore';

/** Offers one commit can give back; a person has one or two, and what is left lapses by itself. */
const offersAtOnce = 5;

/** Accepted or at work: somebody counts on them. What stands still does not keep anybody from going home. */
export function inHand({ tickets }: Workload): readonly HeldTicket[] {
  return tickets.filter(({ state }) => state === 'accepted' || state === 'working');
}

/** Off duty: open offers go back to be given to others; what was accepted stays theirs. */
export async function goOffDuty(
  read: Workload,
  { name, openid }: { readonly name: string; readonly openid?: string },
  now: Instant,
): Promise<Outcome<Changes>> {
  const offered = read.tickets.filter(({ state }) => state === 'offered').slice(0, offersAtOnce);
  const [terms, offers] = await Promise.all([
    termsOf(read.communityId),
    ticketsByIds(offered.map(({ ticketId }) => ticketId)),
  ]);
  const by: Handing = {
    by: masterName(name),
    staffId: read._id,
    ...(openid === undefined ? {} : { openid }),
  };
  let { onDutySince: _since, ...workload }: Workload = { ...read, isOnDuty: false };
  const parts: Changes[] = [];
  for (const ticket of offers) {
    const next = offerReturned(ticket, { now, terms, by });
    if (!next.ok) return next;
    const watchers = await watchersOf(ticket);
    const what = 'offerReturned';
    parts.push(ticketChanges(ticket, next.value, { what, now, terms, watchers, workloads: 'elsewhere' }));
    workload = workloadAfter(workload, next.value, now);
  }
  const duty = changes({
    writes: [replace(workloads, read, workload)],
    audit: [dutyNote('dutyEnded', read)],
    topics: openid === undefined ? [] : [{ openid, topic: 'work' }],
  });
  return granted(joined(duty, ...parts));
}

type Handing = Pick<Step, 'by' | 'staffId' | 'openid'>;
