import { existingFile, readOptions, runCommand, wholeNumber } from '../tools/options';
import { arrivalsIn } from './arrivals';
import { model } from './dispatchModel';
import { ours } from './dispatchOurs';
import { manual, nearestFree, roundRobin } from './dispatchPolicies';
import { type Lived, type Policy, World } from './dispatchWorld';
import { makeYear, type Year } from './dispatchYear';

const options = {
  seed: { type: 'string', default: '1' },
  arrivals: { type: 'string' },
  rows: { type: 'string', default: String(model.place.row) },
} as const;

/**
 * `npm run -s bench:dispatch -- --seed N`: one year of arrivals under four policies (B2), one JSON line each. `--arrivals FILE`: those of a
 * table with a column `opened`. `--rows N`: ours is told that the buildings stand in rows of N, 0 that nobody knows how they stand.
 */
void runCommand(async () => {
  const values = readOptions(process.argv.slice(2), options);
  const seed = wholeNumber('seed', values.seed);
  const rows = wholeNumber('rows', values.rows);
  const arrivals = existingFile('arrivals', values.arrivals);
  const year = makeYear(seed, arrivals === undefined ? undefined : arrivalsIn(arrivals));
  for (const policy of [manual(), roundRobin(), nearestFree(), ours(rows)]) {
    process.stdout.write(`${JSON.stringify(figures(year, policy))}\n`);
  }
  return 0;
});

function figures(lives: Year, policy: Policy) {
  const { lived, workers } = new World(lives, policy).live();
  if (lived.length !== lives.tickets.length) throw new Error(`${policy.name}: tickets left undone`);
  const responses = lived.map(({ door, ticket }) => door - ticket.at).sort((a, b) => a - b);
  const clocks = lived.flatMap(clocksOf);
  const loads = workers.map(
    ({ total, staff }) => total / staff.shifts.reduce((sum, [from, to]) => sum + to - from, 0),
  );
  return {
    policy: policy.name,
    /** From report to the engineer at the door. */
    meanResponseMinutes: round(mean(responses)),
    p95ResponseMinutes: round(responses[Math.floor(responses.length * 0.95)]!),
    clocksMet: round(mean(clocks.map(Number)), 5),
    /** Of one ticket. */
    travelMinutes: round(mean(lived.map(({ travel }) => travel))),
    /** Jain's index of the share of time on duty that is worked: 1 is all alike. */
    fairness: round(mean(loads) ** 2 / mean(loads.map((load) => load ** 2)), 4),
    tickets: lived.length,
  };
}

function clocksOf({ ticket, accepted, door, done }: Lived): boolean[] {
  const { emergencyRespond, emergencyOnSite, generalRespond, generalClose } = model.clocks;
  return ticket.isEmergency
    ? [accepted - ticket.at <= emergencyRespond, door - ticket.at <= emergencyOnSite]
    : [accepted - ticket.at <= generalRespond, done - ticket.at <= generalClose];
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
