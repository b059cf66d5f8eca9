import type { Instant } from '../../../../types/day';
import { type Decision, toDo, toRefuse } from '../../../kernel/decision';
import { limits } from '../../../kernel/limits';
import type { Ports } from '../../../kernel/ports';
import { alone } from '../../../platform/lease';
import { settle } from '../../../platform/settle';
import { ticketChanges } from '../changesOf';
import { type Explanation, explain } from '../dispatch/explain';
import { dispatchRule, type WaitingTicket } from '../dispatch/rule';
import type { DispatchRecord, Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';
import { watchersOf } from '../watchers';
import { circumstancesOf } from './candidate';
import { type Decided, decideGiving, isNobodyLeft, nearClockAt, type Situation } from './decideGiving';
import { offeredByRule } from './hands';
import { situationOf } from './situation';
import { offerTold, unassignedTold } from './told';
import { workloadAfter } from './workload';

/** People compared in the kept explanation, the best first. */
const comparedKept = 8;

/**
 * Gives what waits in a community to who is on duty, under the community's lease. Gives when to look again, or undefined where somebody
 * else is at it, after three tries.
 */
export async function dispatchNow(communityId: string, ports: Ports): Promise<Instant | 'never' | undefined> {
  let next: Instant | 'never' = 'never';
  const work = async () => {
    next = await dispatchAll(communityId, ports);
  };
  for (let again = 0; again < limits.decisionsAgain; again += 1) {
    if (await alone(`dispatch·${communityId}`, limits.dispatchLease, work, ports)) return next;
    await ports.pause(limits.pauseBeforeDecidingAgain * 2 ** again * (1 + ports.chance() / 2));
  }
  return undefined;
}

/** As `dispatchNow`, where an answer must not fail for it: what goes wrong, or another is at, is left to the tick. */
export async function dispatchSoon(communityId: string, ports: Ports): Promise<void> {
  try {
    await dispatchNow(communityId, ports);
  } catch (error) {
    ports.log({ level: 'warning', what: 'dispatchLater', facts: { communityId }, error });
  }
}

async function dispatchAll(communityId: string, ports: Ports): Promise<Instant | 'never'> {
  for (let given = 0; given < limits.offersAtOnce; ) {
    let situation = await situationOf(communityId, ports.now());
    let stale = false;
    while (!stale && given < limits.offersAtOnce) {
      const decided = decideGiving(situation);
      if (decided.given.length === 0) return leave(communityId, situation, decided, ports);
      for (const one of decided.given) {
        const after = await give(communityId, one, { situation, decided }, ports);
        stale ||= after === undefined;
        if (after) situation = after;
        given += 1;
      }
    }
  }
  return ports.now();
}

interface Basis {
  readonly situation: Situation;
  readonly decided: Decided;
}

/** Commits one offer on what the decision rested on; undefined where somebody has changed any of it meanwhile: then all is looked at anew. */
async function give(
  communityId: string,
  { ticketId, staffId }: { readonly ticketId: string; readonly staffId: string },
  { situation, decided }: Basis,
  ports: Ports,
): Promise<Situation | undefined> {
  const receiver = situation.people.find(({ member }) => member._id === staffId);
  const waiting = decided.pool.get(ticketId);
  let isFirst = true;
  let next: Ticket | undefined;
  const decide = async (): Promise<Decision<true>> => {
    const read = situation.waiting.find(({ _id }) => _id === ticketId) ?? (await ticketById(ticketId));
    if (!isFirst || !read || !receiver || !waiting) return toRefuse('TICKET_MOVED');
    isFirst = false;
    const record = recordOf(waiting, staffId, { situation, decided });
    const { now, terms } = situation;
    const done = offeredByRule(read, receiver.member, record, { now, terms, by: { by: '系统' } });
    if (!done.ok) return { kind: 'refuse', refusal: done.refusal };
    next = done.value;
    const watchers = await watchersOf(read);
    const workloads = situation.people.map(({ workload }) => workload);
    const messages = offerTold(read, next);
    const facts = { to: staffId, ruleVersion: record.ruleVersion };
    const what = waiting.heldBy === undefined ? 'ticketOffered' : 'ticketOfferedSooner';
    const told = { what, facts, now, terms, watchers, workloads, messages };
    return toDo(true as const, ticketChanges(read, next, told));
  };
  const author = { action: 'tickets.dispatch', actor: { as: 'dispatch' }, communityId };
  const done = await settle({ author, decide }, ports);
  return done.ok && next ? situationAfter(situation, next) : undefined;
}

/** The situation as the commit has left it. */
function situationAfter(situation: Situation, next: Ticket): Situation {
  const { now } = situation;
  const people = situation.people.map(({ member, workload }) => {
    const after = workloadAfter(workload, next, now);
    const isWritten = after !== workload;
    return { member, workload: isWritten ? { ...after, version: workload.version + 1 } : workload };
  });
  return { ...situation, people, waiting: situation.waiting.filter(({ _id }) => _id !== next._id) };
}

function recordOf(waiting: WaitingTicket, staffId: string | undefined, basis: Basis): DispatchRecord {
  const { situation, decided } = basis;
  const { now } = situation;
  const told = explain(waiting, staffId, decided.placed, circumstancesOf(decided.placed, decided.walk, now));
  return {
    ...shortened(told),
    at: now,
    skill: waiting.skill,
    place: waiting.place,
    ...(staffId === undefined ? {} : { givenTo: staffId }),
  };
}

function shortened(told: Explanation): Explanation {
  return { ...told, compared: told.compared.slice(0, comparedKept) };
}

/** Tells the supervisor, once, of what nobody is left for; says when the rest must be looked at again. */
async function leave(
  communityId: string,
  situation: Situation,
  decided: Decided,
  ports: Ports,
): Promise<Instant | 'never'> {
  const { waiting, now } = situation;
  let told = 0;
  for (const ticket of waiting) {
    // The tick goes on with the rest: nobody keeps the lease for as long as a thousand take.
    if (told === limits.offersAtOnce) return now;
    const asked = decided.pool.get(ticket._id);
    const isTold = ticket.dispatch !== undefined && ticket.dispatch.givenTo === undefined;
    if (!asked || isTold || !isNobodyLeft(asked, decided.placed)) continue;
    told += 1;
    await tellUnassigned(
      communityId,
      ticket,
      { record: recordOf(asked, undefined, { situation, decided }), situation },
      ports,
    );
  }
  if (waiting.length === 0) return 'never';
  const later = now + limits.dispatchRetry;
  const pool = [...decided.pool.values()].filter(({ heldBy }) => heldBy === undefined);
  const near = nearClockAt(pool, dispatchRule.busyWithinMinutes, now);
  return Math.min(later, near ?? later) as Instant;
}

async function tellUnassigned(
  communityId: string,
  ticket: Ticket,
  { record, situation }: { readonly record: DispatchRecord; readonly situation: Situation },
  ports: Ports,
): Promise<void> {
  let isFirst = true;
  const decide = async (): Promise<Decision<true>> => {
    // Somebody has changed it meanwhile: whatever that was, the next look sees it.
    if (!isFirst) return toRefuse('TICKET_MOVED');
    isFirst = false;
    const { now, terms } = situation;
    const watchers = await watchersOf(ticket);
    const told = {
      what: 'ticketUnassigned',
      now,
      terms,
      watchers,
      workloads: [],
      messages: unassignedTold(ticket),
    };
    return toDo(true as const, ticketChanges(ticket, { ...ticket, dispatch: record }, told));
  };
  await settle(
    { author: { action: 'tickets.dispatch', actor: { as: 'dispatch' }, communityId }, decide },
    ports,
  );
}
