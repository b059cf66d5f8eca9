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
    const works = together(due, handlers);
    for (let from = 0; from < works.length && hasTime(); from += atOnce) {
      const some = works.slice(from, from + atOnce);
      await Promise.all(some.map((entries) => lookAfter(entries, handlers, ports)));
      for (const { _id, at } of some.flat()) done.add(`${_id}·${at}`);
    }
  }
}

/** Entries of one kind, looked after in one call. */
type Work = readonly [DueEntry, ...DueEntry[]];

/** What goes together, each at the place of its longest waiting. */
function together(due: readonly DueEntry[], handlers: DueHandlers): readonly Work[] {
  const works = new Map<string, Work>();
  for (const entry of due) {
    const handle = handlers[entry.kind];
    const name = typeof handle === 'object' ? `${entry.kind}·of·${handle.of(entry.key)}` : entry._id;
    const before = works.get(name);
    works.set(name, before ? [...before, entry] : [entry]);
  }
  return [...works.values()];
}

async function lookAfter(work: Work, handlers: DueHandlers, ports: Ports): Promise<void> {
  const [first] = work;
  try {
    const nextOf = await handled(work, handlers[first.kind], ports);
    for (const next of new Set(work.map(({ key }) => nextOf(key)))) {
      const entries = work.filter(({ key }) => nextOf(key) === next);
      await moveDue(entries, next);
    }
  } catch (error) {
    const { kind } = first;
    const key = work.map((entry) => entry.key).join(' ');
    ports.log({ level: 'bug', what: 'dueFailed', incident: ports.newId(), facts: { kind, key }, error });
    await moveDue(work, (ports.now() + limits.tickRetry) as Instant);
  }
}

async function handled(
  work: Work,
  handle: DueHandlers[string] | undefined,
  ports: Ports,
): Promise<(key: string) => Instant | 'never'> {
  const [{ kind, key }] = work;
  if (!handle) throw new Error(`nobody looks after ${kind}`);
  if (typeof handle === 'object')
    return handle.lookAfter(
      handle.of(key),
      work.map((entry) => entry.key),
      ports,
    );
  const next = await handle(key, ports);
  return () => next;
}
