import type { Instant } from '../../types/day';
import type { DueHandlers } from '../kernel/due';
import { limits } from '../kernel/limits';
import type { Ports } from '../kernel/ports';
import { drainOutbox } from '../modules/messages';
import { entriesDue, moveDue } from '../platform/dueEntries';
import { alone } from '../platform/lease';
import type { DueEntry } from '../platform/systemStore';
import { tidyUp } from './tidyUp';

/** How many entries are looked after at the same time. */
const atOnce = 5;
/** Rounds of the outbox in one run: where somebody else is at it, that somebody does it. */
const drains = 10;

/**
 * One run of the tick: hands out what is due, and what has become due through that, then tells people what was committed, while there is
 * time; the rest waits for the next minute. When nothing is due it is two reads. Two runs never work at the same time.
 */
export async function runTick(handlers: DueHandlers, ports: Ports, hasTime: () => boolean): Promise<void> {
  if ((await entriesDue(ports.now())).length > 0)
    await alone('tick', limits.tickLease, () => handOut(handlers, ports, hasTime), ports);
  await tidyUp(ports, hasTime);
  for (let rounds = 0; rounds < drains && hasTime(); rounds += 1) {
    const { more } = await drainOutbox(ports, limits.documentsPerQuery);
    if (!more) return;
  }
}

async function handOut(handlers: DueHandlers, ports: Ports, hasTime: () => boolean): Promise<void> {
  const done = new Set<string>();
  while (hasTime()) {
    const due = (await entriesDue(ports.now())).filter(({ _id, at }) => !done.has(`${_id}·${at}`));
    if (due.length === 0) return;
    for (let from = 0; from < due.length && hasTime(); from += atOnce) {
      const some = due.slice(from, from + atOnce);
      await Promise.all(some.map((entry) => lookAfter(entry, handlers, ports)));
      for (const { _id, at } of some) done.add(`${_id}·${at}`);
    }
  }
}

async function lookAfter(entry: DueEntry, handlers: DueHandlers, ports: Ports): Promise<void> {
  const later = () => (ports.now() + limits.tickRetry) as Instant;
  try {
    const handle = handlers[entry.kind];
    if (!handle) throw new Error(`nobody looks after ${entry.kind}`);
    await moveDue(entry, await handle(entry.key, ports));
  } catch (error) {
    const { kind, key } = entry;
    ports.log({ level: 'bug', what: 'dueFailed', incident: ports.newId(), facts: { kind, key }, error });
    await moveDue(entry, later());
  }
}
