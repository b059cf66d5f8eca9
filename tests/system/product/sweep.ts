import { choosePlan } from '../../../simulator/cloud/database/planner';
import { GivingWorld } from './givingWorld';

const minute = 60_000;
const dueNow = 5;
const atOnce = 500;

/** What one run of the tick took with so many tickets open, of which five have a level to be told. */
export interface Swept {
  /** Operations of the database. */
  readonly operations: number;
  readonly milliseconds: number;
  /** How many of the five were told. */
  readonly told: number;
}

/** One run of the tick over so many open tickets whose time has not come, and five whose has. */
export async function sweep(open: number): Promise<Swept> {
  const at = await GivingWorld.start();
  try {
    const due: string[] = [];
    for (let n = 0; n < dueNow; n += 1) due.push(await at.waiting({ state: 'accepted' }));
    // Between the first level of these, and anything of those that are reported an hour later.
    at.world.advance(60 * minute);
    await openTickets(at, open);
    at.world.advance(21 * minute);
    const rule = { id: 'count', point: 'admin.*', kind: 'counted', chance: 1, times: 1_000_000 };
    at.world.cloud.context.faults.add(rule);
    const began = performance.now();
    await at.world.tick();
    const milliseconds = Math.round(performance.now() - began);
    const left = at.world.cloud.context.faults.list().rules.find(({ id }) => id === 'count')?.left ?? 0;
    const clocks = await Promise.all(due.map(async (ticketId) => (await at.ticket(ticketId)).clocks));
    const told = clocks.filter(([respond]) => respond?.level === 1).length;
    return { operations: rule.times - left, milliseconds, told };
  } finally {
    await at.world.stop();
  }
}

async function openTickets(at: GivingWorld, open: number): Promise<void> {
  const model = await at.ticket(await at.waiting({ state: 'accepted' }));
  const first = await at.world.read('due', `ticket·${model._id}`);
  if (!first) throw new Error('an open ticket that nobody looks after');
  for (let from = 1; from < open; from += atOnce) {
    const keys = Array.from({ length: Math.min(atOnce, open - from) }, (_, n) => `open-${from + n}`);
    await at.world.seed('tickets', ...keys.map((_id) => ({ ...model, _id })));
    await at.world.seed('due', ...keys.map((key) => ({ ...first, _id: `ticket·${key}`, key })));
  }
}

/** How the database finds what is due: by which index, and whether it reads anything else. */
export async function planOfSweep() {
  const at = await GivingWorld.start();
  try {
    const collection = at.world.cloud.rooms.database.engine.findCollection('due');
    if (!collection) throw new Error('no collection of what is due');
    const now = at.world.ports.now();
    const { index, order, isExact } = choosePlan(collection, { at: { $lte: now } }, { at: 1 }, () => 0);
    return { index: index?.name, order, isExact };
  } finally {
    await at.world.stop();
  }
}
