import { walkMinutes, type Year, type YearStaff, type YearTicket } from './dispatchYear';

export interface Worker {
  readonly staff: YearStaff;
  isOnDuty: boolean;
  /** The building they are in, or go to. */
  building: number;
  current?: { readonly ticket: YearTicket; readonly door: number; readonly done: number };
  queue: YearTicket[];
  /** Minutes of work and way in the whole year. */
  total: number;
  /** The same, fading out over seven days. */
  recent: number;
  recentAt: number;
}

export interface Handing {
  readonly ticket: YearTicket;
  readonly worker: Worker;
}

export interface Policy {
  readonly name: 'manual' | 'round-robin' | 'nearest' | 'ours';
  /** When whoever dispatches hears of a ticket. */
  readonly heardAt: (ticket: YearTicket) => number;
  /** From handing over to accepting. */
  readonly acceptMinutes: number;
  /** When it looks again at what still waits. */
  readonly nextLook: (waiting: readonly YearTicket[], now: number) => number;
  /** Whether it may give what somebody has in hand and has not begun to another: then it is asked when nothing waits, too. */
  readonly movesAccepted: boolean;
  /** `waiting`: emergencies first, then the oldest. */
  readonly decide: (
    waiting: readonly YearTicket[],
    workers: readonly Worker[],
    now: number,
  ) => readonly Handing[];
}

export interface Lived {
  readonly ticket: YearTicket;
  readonly accepted: number;
  readonly door: number;
  readonly done: number;
  readonly travel: number;
}

const serviceCentre = 0;

/** One policy through the whole year: who is free works what is in their hands, emergencies first, and nobody breaks off. */
export class World {
  readonly lived: Lived[] = [];
  readonly workers: readonly Worker[];
  private readonly heard: readonly { readonly ticket: YearTicket; readonly at: number }[];
  private readonly turns: readonly number[];
  private readonly accepted = new Map<number, { readonly first: number; readonly last: number }>();
  private waiting: YearTicket[] = [];
  private nextHeard = 0;
  private nextTurn = 0;
  private now = Number.NEGATIVE_INFINITY;

  constructor(
    year: Year,
    private readonly policy: Policy,
  ) {
    this.workers = year.staff.map((staff) => ({
      staff,
      isOnDuty: false,
      building: serviceCentre,
      queue: [],
      total: 0,
      recent: 0,
      recentAt: 0,
    }));
    this.heard = year.tickets
      .map((ticket) => ({ ticket, at: policy.heardAt(ticket) }))
      .sort((a, b) => a.at - b.at || a.ticket.id - b.ticket.id);
    this.turns = [...new Set(year.staff.flatMap(({ shifts }) => shifts.flat()))].sort((a, b) => a - b);
  }

  /** Until nothing happens any more. */
  live(): this {
    for (let next = this.nextInstant(); Number.isFinite(next); next = this.nextInstant()) {
      this.now = next;
      for (const worker of this.workers) {
        if (worker.current && worker.current.done <= next) worker.current = undefined;
      }
      this.changeShifts();
      this.hear();
      this.handOver();
      for (const worker of this.workers) this.start(worker);
    }
    return this;
  }

  private nextInstant(): number {
    let next = Math.min(
      this.heard[this.nextHeard]?.at ?? Number.POSITIVE_INFINITY,
      this.turns[this.nextTurn] ?? Number.POSITIVE_INFINITY,
    );
    for (const { current } of this.workers) if (current && current.done < next) next = current.done;
    return this.waiting.length > 0 ? Math.min(next, this.policy.nextLook(this.waiting, this.now)) : next;
  }

  /** What somebody going home has not begun goes back to whoever dispatches, under every policy. */
  private changeShifts(): void {
    if (this.turns[this.nextTurn] !== this.now) return;
    this.nextTurn += 1;
    for (const worker of this.workers) {
      const isOnDuty = worker.staff.shifts.some(([from, to]) => from <= this.now && this.now < to);
      if (isOnDuty && !worker.isOnDuty && worker.current === undefined) worker.building = serviceCentre;
      worker.isOnDuty = isOnDuty;
      if (!isOnDuty) this.waiting.push(...worker.queue.splice(0));
    }
  }

  private hear(): void {
    for (
      let next = this.heard[this.nextHeard];
      next && next.at <= this.now;
      next = this.heard[this.nextHeard]
    ) {
      this.waiting.push(next.ticket);
      this.nextHeard += 1;
    }
  }

  private handOver(): void {
    const { movesAccepted, acceptMinutes } = this.policy;
    const isAny = movesAccepted && this.workers.some(({ queue }) => queue.length > 0);
    if (this.waiting.length === 0 && !isAny) return;
    this.waiting.sort(byUrgency);
    const handings = this.policy.decide(this.waiting, this.workers, this.now);
    const last = this.now + acceptMinutes;
    const given = new Set(handings.map(({ ticket }) => ticket));
    for (const worker of isAny ? this.workers : [])
      worker.queue = worker.queue.filter((ticket) => !given.has(ticket));
    this.waiting = this.waiting.filter((ticket) => !given.has(ticket));
    for (const { ticket, worker } of handings) {
      worker.queue.push(ticket);
      this.accepted.set(ticket.id, { first: this.accepted.get(ticket.id)?.first ?? last, last });
    }
  }

  private start(worker: Worker): void {
    if (worker.current || !worker.isOnDuty) return;
    const ticket = worker.queue.sort(byUrgency).shift();
    if (ticket === undefined) return;
    const { first, last } = this.accepted.get(ticket.id)!;
    const travel = walkMinutes(worker.building, ticket.building);
    const door = Math.max(this.now, last) + travel;
    const done = door + ticket.work;
    worker.building = ticket.building;
    worker.current = { ticket, door, done };
    worker.total += travel + ticket.work;
    worker.recent = recentMinutes(worker, this.now) + travel + ticket.work;
    worker.recentAt = this.now;
    this.lived.push({ ticket, accepted: first, door, done, travel });
  }
}

/** Minutes worked lately, fading with a time of seven days. */
export function recentMinutes({ recent, recentAt }: Worker, now: number): number {
  return recent * Math.exp((recentAt - now) / (7 * 1440));
}

function byUrgency(a: YearTicket, b: YearTicket): number {
  return Number(b.isEmergency) - Number(a.isEmergency) || a.at - b.at || a.id - b.id;
}
