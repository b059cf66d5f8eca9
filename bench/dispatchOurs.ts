import { limits } from '../cloudfunctions/kernel/limits';
import type { StaffMember } from '../cloudfunctions/modules/people';
import { dispatchRule, type WaitingTicket } from '../cloudfunctions/modules/tickets/dispatch/rule';
import { decideAmong, nearClockAt, type OnDuty } from '../cloudfunctions/modules/tickets/giving/decideGiving';
import { emptyWorkload, type HeldTicket } from '../cloudfunctions/modules/tickets/giving/workload';
import { usualTerms } from '../cloudfunctions/modules/tickets/terms';
import type { ServiceTerms } from '../types/contract/ticketDesks';
import { dayOf, type Instant } from '../types/day';
import { model } from './dispatchModel';
import { type Handing, type Policy, recentMinutes, type Worker } from './dispatchWorld';
import type { YearStaff, YearTicket } from './dispatchYear';

const minute = 60_000;

/** What the product remembers of a ticket it has given. */
interface Given {
  /** Before that it is an open offer, which nothing moves. */
  readonly acceptedAt: number;
  readonly mayMove: boolean;
}

type Memory = Map<YearTicket, Given>;
type Hands = ReadonlyMap<Worker, readonly YearTicket[]>;

/** What it decides by. */
interface Knowledge {
  readonly memory: Memory;
  readonly terms: ServiceTerms;
}

/**
 * The product's own decision, with its limits on moving what somebody has accepted (docs/tickets.md), asked at every event, and of what
 * waits as often as the product asks itself. It knows what the product knows: how the buildings stand as the company has told it, in rows
 * of `row` (0: it has not told, there are only their numbers), and what work usually takes, not what this one will.
 */
export function ours(row: number): Policy {
  const memory: Memory = new Map();
  const terms = row > 0 ? { ...usualTerms, buildingRows: rowsOf(row) } : usualTerms;
  return {
    name: 'ours',
    heardAt: ({ at }) => at,
    acceptMinutes: model.acceptMinutes,
    movesAccepted: true,
    nextLook: (waiting, now) => {
      const asked = waiting.map((ticket) => asWaiting(ticket, memory));
      const near = nearClockAt(asked, dispatchRule.busyWithinMinutes, instant(now));
      const at = Math.min(instant(now) + limits.dispatchRetry, near ?? Number.POSITIVE_INFINITY);
      // The tick of the minute in which it is due.
      return Math.max(Math.ceil(at / minute), Math.floor(now) + 1);
    },
    decide: (waiting, workers, now) => decideAll(waiting, workers, now, { memory, terms }),
  };
}

/** Decides until nothing is given any more: each decision gives one person one ticket at most. */
function decideAll(
  waiting: readonly YearTicket[],
  workers: readonly Worker[],
  now: number,
  knowledge: Knowledge,
): readonly Handing[] {
  const { memory } = knowledge;
  const left = new Set(waiting);
  const hands = new Map(workers.map((worker) => [worker, worker.queue as readonly YearTicket[]]));
  const handings: Handing[] = [];
  for (;;) {
    const round = decideOnce([...left], hands, now, knowledge);
    if (round.length === 0) return handings;
    for (const { ticket, worker } of round) {
      const isMoved = !left.delete(ticket);
      for (const [holder, queue] of hands)
        if (queue.includes(ticket))
          hands.set(
            holder,
            queue.filter((one) => one !== ticket),
          );
      hands.set(worker, [...(hands.get(worker) ?? []), ticket]);
      const mayMove = !isMoved && (memory.get(ticket)?.mayMove ?? true);
      memory.set(ticket, { acceptedAt: now + model.acceptMinutes, mayMove });
      handings.push({ ticket, worker });
    }
  }
}

function decideOnce(
  waiting: readonly YearTicket[],
  hands: Hands,
  now: number,
  { memory, terms }: Knowledge,
): readonly Handing[] {
  const byId = new Map([...waiting, ...[...hands.values()].flat()].map((one) => [String(one.id), one]));
  const workers = new Map([...hands.keys()].map((worker) => [String(worker.staff.id), worker]));
  const people = [...hands]
    .filter(([{ isOnDuty }]) => isOnDuty)
    .map(([worker, queue]) => asOnDuty(worker, queue, now, memory));
  const asked = waiting.map((ticket) => asWaiting(ticket, memory));
  const { given } = decideAmong({ people, waiting: asked, terms, now: instant(now) });
  return given.map(({ ticketId, staffId }) => ({
    ticket: byId.get(ticketId)!,
    worker: workers.get(staffId)!,
  }));
}

function asWaiting(ticket: YearTicket, memory: Memory): WaitingTicket {
  const { id, skill, building, isEmergency, at, usual } = ticket;
  const respond = isEmergency ? model.clocks.emergencyRespond : model.clocks.generalRespond;
  return {
    id: String(id),
    skill,
    place: buildingName(building),
    urgency: isEmergency ? 'emergency' : 'general',
    reportedAt: instant(at),
    // As `waitingOf`: what has been accepted and given back has no time to wait for somebody free.
    respondBy: memory.has(ticket) ? instant(at) : instant(at + respond),
    usualMinutes: usual,
    declinedBy: [],
  };
}

const firstDay = dayOf(instant(0));
const members = new WeakMap<YearStaff, StaffMember>();

/** Made once: a year asks for them a million times. */
function memberOf(staff: YearStaff): StaffMember {
  const made = members.get(staff);
  if (made) return made;
  const name = String(staff.id);
  const member: StaffMember = {
    ...{ _id: name, version: 1, communityId: 'bench', name, phone: '', duties: ['engineer'] },
    ...{ skills: staff.skills, areas: staff.buildings.map(buildingName), from: firstDay },
  };
  members.set(staff, member);
  return member;
}

/** Nobody of this world turns round: what somebody goes to counts as begun when they are at its door. */
function asOnDuty(worker: Worker, queue: readonly YearTicket[], now: number, memory: Memory): OnDuty {
  const { staff, current, building } = worker;
  const under = current ? [asHeld(current.ticket, 'working', current.door, false)] : [];
  const behind = queue.map((ticket) => {
    const { acceptedAt, mayMove } = memory.get(ticket)!;
    return asHeld(ticket, acceptedAt <= now ? 'accepted' : 'offered', now, mayMove);
  });
  return {
    member: memberOf(staff),
    workload: {
      ...emptyWorkload(String(staff.id), 'bench'),
      isOnDuty: true,
      lastBuilding: buildingName(building),
      tickets: [...under, ...behind],
      worked: [{ day: firstDay, minutes: recentMinutes(worker, now) }],
    },
  };
}

function asHeld(ticket: YearTicket, state: HeldTicket['state'], since: number, mayMove: boolean): HeldTicket {
  const { id, skill, building, isEmergency, at, usual } = ticket;
  const { emergencyOnSite, generalClose } = model.clocks;
  return {
    ...{ ticketId: String(id), state, since: instant(since), skill, usualMinutes: usual, mayMove },
    urgency: isEmergency ? 'emergency' : 'general',
    building: buildingName(building),
    reportedAt: instant(at),
    clockBy: instant(at + (isEmergency ? emergencyOnSite : generalClose)),
  };
}

function rowsOf(row: number): readonly (readonly string[])[] {
  const names = Array.from({ length: model.place.buildings }, (_, building) => buildingName(building));
  return Array.from({ length: Math.ceil(names.length / row) }, (_, at) =>
    names.slice(at * row, (at + 1) * row),
  );
}

function buildingName(building: number): string {
  return `${building + 1}栋`;
}

function instant(minutes: number): Instant {
  return Math.round(minutes * minute) as Instant;
}
