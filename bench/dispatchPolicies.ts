import { model } from './dispatchModel';
import type { Policy, Worker } from './dispatchWorld';
import { walkMinutes, type YearTicket } from './dispatchYear';

const bySystem = {
  heardAt: ({ at }: YearTicket) => at,
  acceptMinutes: model.acceptMinutes,
  nextLook: () => Number.POSITIVE_INFINITY,
  movesAccepted: false,
} as const;

/** Every policy knows who is on duty and who has the trade. */
function able(workers: readonly Worker[], { skill }: YearTicket): Worker[] {
  return workers.filter(({ isOnDuty, staff }) => isOnDuty && staff.skills.includes(skill));
}

function inHand({ current, queue }: Worker): number {
  return queue.length + (current ? 1 : 0);
}

/** Owner → front desk → repair department (property manual): orders go out in batches, to whoever has least in hand. */
export function manual(): Policy {
  const { deskMinutes, batchMinutes, departmentMinutes } = model.manual;
  return {
    name: 'manual',
    heardAt: ({ at, isEmergency }) => {
      const written = at + deskMinutes;
      return departmentMinutes + (isEmergency ? written : Math.ceil(written / batchMinutes) * batchMinutes);
    },
    acceptMinutes: 0,
    nextLook: () => Number.POSITIVE_INFINITY,
    movesAccepted: false,
    decide: (waiting, workers) => {
      const handed = new Map<Worker, number>();
      const load = (worker: Worker) => inHand(worker) + (handed.get(worker) ?? 0);
      return waiting.flatMap((ticket) => {
        const worker = able(workers, ticket).sort((a, b) => load(a) - load(b) || a.staff.id - b.staff.id)[0];
        if (worker === undefined) return [];
        handed.set(worker, (handed.get(worker) ?? 0) + 1);
        return [{ ticket, worker }];
      });
    },
  };
}

/** At once, to the next in turn of those on duty with the trade, whatever they have in hand. */
export function roundRobin(): Policy {
  const last = new Map<string, number>();
  return {
    ...bySystem,
    name: 'round-robin',
    decide: (waiting, workers) =>
      waiting.flatMap((ticket) => {
        const ready = able(workers, ticket);
        const before = last.get(ticket.skill) ?? -1;
        const worker = ready.find(({ staff }) => staff.id > before) ?? ready[0];
        if (worker === undefined) return [];
        last.set(ticket.skill, worker.staff.id);
        return [{ ticket, worker }];
      }),
  };
}

/** At once to the nearest who is free; with none free, the first who becomes free takes the emergency, then the oldest. */
export function nearestFree(): Policy {
  return {
    ...bySystem,
    name: 'nearest',
    decide: (waiting, workers) => {
      const taken = new Set<Worker>();
      return waiting.flatMap((ticket) => {
        const way = (worker: Worker) => walkMinutes(worker.building, ticket.building);
        const free = able(workers, ticket).filter((worker) => inHand(worker) === 0 && !taken.has(worker));
        const worker = free.sort((a, b) => way(a) - way(b) || a.staff.id - b.staff.id)[0];
        if (worker === undefined) return [];
        taken.add(worker);
        return [{ ticket, worker }];
      });
    },
  };
}
