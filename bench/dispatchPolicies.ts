import { dispatchWaiting } from '../cloudfunctions/modules/tickets/dispatch/dispatchWaiting';
import {
  type Candidate,
  dispatchRule,
  type WaitingTicket,
} from '../cloudfunctions/modules/tickets/dispatch/rule';
import { model } from './dispatchModel';
import { type Handing, type Policy, recentMinutes, type Worker } from './dispatchWorld';
import { walkMinutes, type YearTicket } from './dispatchYear';

const bySystem = {
  heardAt: ({ at }: YearTicket) => at,
  acceptMinutes: model.acceptMinutes,
  looksEachMinute: false,
  offersAgain: false,
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
    looksEachMinute: false,
    offersAgain: false,
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

/** The product's own rule, asked at every event and, while something waits, in each minute's tick. */
export function ours(): Policy {
  const holders = new Map<YearTicket, Worker>();
  return {
    ...bySystem,
    name: 'ours',
    looksEachMinute: true,
    offersAgain: true,
    decide: (waiting, workers, now) => {
      const open = new Set(waiting);
      const handings: Handing[] = [];
      for (let given = decideOnce(open, holders, handings, workers, now); given.length > 0; ) {
        for (const handing of given) {
          handings.push(handing);
          holders.set(handing.ticket, handing.worker);
          open.delete(handing.ticket);
        }
        given = decideOnce(open, holders, handings, workers, now);
      }
      return handings;
    },
  };
}

function decideOnce(
  open: ReadonlySet<YearTicket>,
  holders: ReadonlyMap<YearTicket, Worker>,
  handings: readonly Handing[],
  workers: readonly Worker[],
  now: number,
): readonly Handing[] {
  const tickets = new Map([...open].map((ticket) => [String(ticket.id), ticket]));
  const byId = new Map(workers.map((worker) => [String(worker.staff.id), worker]));
  const newly = new Map<Worker, YearTicket[]>();
  for (const { worker, ticket } of handings) newly.set(worker, [...(newly.get(worker) ?? []), ticket]);
  const held = new Map<Worker, YearTicket[]>();
  for (const ticket of open) {
    const holder = holders.get(ticket);
    if (holder) held.set(holder, [...(held.get(holder) ?? []), ticket]);
  }
  const candidates = workers.map((worker) =>
    asCandidate(worker, newly.get(worker) ?? [], held.get(worker) ?? [], now),
  );
  const given = dispatchWaiting(
    [...open].map((ticket) => asWaiting(ticket, holders.get(ticket))),
    candidates,
    {
      rule: dispatchRule,
      now: now * 60_000,
      walkMinutes: ({ id }, { place }) => walkMinutes(byId.get(id)!.building, Number(place)),
    },
  );
  return given.map(({ ticketId, staffId }) => ({
    ticket: tickets.get(ticketId)!,
    worker: byId.get(staffId)!,
  }));
}

function asWaiting(ticket: YearTicket, holder: Worker | undefined): WaitingTicket {
  const { id, skill, building, isEmergency, at, usual } = ticket;
  const respond = isEmergency ? model.clocks.emergencyRespond : model.clocks.generalRespond;
  return {
    id: String(id),
    skill,
    place: String(building),
    urgency: isEmergency ? 'emergency' : 'general',
    reportedAt: at * 60_000,
    respondBy: (at + respond) * 60_000,
    usualMinutes: usual,
    declinedBy: [],
    ...(holder ? { heldBy: String(holder.staff.id) } : {}),
  };
}

/** What the product knows: usual minutes, not those a work is going to take. */
function asCandidate(
  worker: Worker,
  newly: readonly YearTicket[],
  held: readonly YearTicket[],
  now: number,
): Candidate {
  const { staff, current, isOnDuty } = worker;
  const left = current ? Math.max(current.door + current.ticket.usual - now, current.ticket.usual / 3) : 0;
  const usual = (list: readonly YearTicket[]) => list.reduce((sum, ticket) => sum + ticket.usual, 0);
  const isFree = current === undefined && newly.length === 0;
  const inQueue = [...newly, ...held];
  const emergencies = inQueue.filter(({ isEmergency }) => isEmergency);
  return {
    id: String(staff.id),
    name: String(staff.id),
    isOnDuty,
    skills: staff.skills,
    areas: staff.buildings.map(String),
    open: inQueue.length + (current ? 1 : 0),
    openEmergencies: emergencies.length + (current?.ticket.isEmergency ? 1 : 0),
    freeInMinutes: isFree ? 0 : left + usual(inQueue),
    urgentFreeInMinutes: isFree ? 0 : left + Math.max(usual(emergencies), newly.length > 0 ? 1 : 0),
    workedMinutes: recentMinutes(worker, now),
  };
}
