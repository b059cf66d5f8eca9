import { model } from './dispatchModel';

/** Minutes since the year's first midnight everywhere. */
export interface YearTicket {
  readonly id: number;
  readonly at: number;
  readonly skill: string;
  readonly building: number;
  readonly isEmergency: boolean;
  /** What this work takes, which nobody knows before. */
  readonly work: number;
  /** What work of its type usually takes. */
  readonly usual: number;
}

export interface YearStaff {
  readonly id: number;
  readonly skills: readonly string[];
  readonly buildings: readonly number[];
  readonly shifts: readonly (readonly [from: number, to: number])[];
}

export interface Year {
  readonly tickets: readonly YearTicket[];
  readonly staff: readonly YearStaff[];
}

type Chance = () => number;

/** The same seed gives the same year, to every policy. `arrivals`: when tickets come, instead of the model's hours and storms. */
export function makeYear(seed: number, arrivals?: readonly number[]): Year {
  const chance = mulberry32(seed);
  const staff = makeStaff(chance);
  return { staff, tickets: arrivals ? replayed(arrivals, chance) : makeTickets(chance) };
}

/**
 * A year of the real days of `arrivals` one after the other, thinned by chance to as many tickets as the community has: their hours, their
 * bursts, their busy and quiet days. Days with less than a tenth of the busiest one are no whole days. What a ticket is about, and where,
 * is drawn by the model's shares.
 */
function replayed(arrivals: readonly number[], chance: Chance): YearTicket[] {
  const byDay = new Map<number, number[]>();
  for (const at of arrivals) {
    const day = Math.floor(at / 1440);
    const minutes = byDay.get(day) ?? [];
    minutes.push(at - day * 1440);
    byDay.set(day, minutes);
  }
  const busiest = Math.max(...[...byDay.values()].map(({ length }) => length));
  const days = [...byDay.values()].filter(({ length }) => length >= busiest / 10);
  const mean = days.reduce((sum, { length }) => sum + length, 0) / days.length;
  const kept = (model.homes * model.ticketsPerHomeYear) / model.days / mean;
  return Array.from({ length: model.days }, (_, day) =>
    (days[day % days.length] ?? [])
      .filter(() => chance() < kept)
      .map((minute) => ticketAt(day * 1440 + minute, 0, chance)),
  )
    .flat()
    .map((ticket, id) => ({ id, ...ticket }));
}

/** Minutes on foot between two buildings, to the door. */
export function walkMinutes(from: number, to: number): number {
  const { row, metres, metresPerMinute, doorMinutes } = model.place;
  const across =
    Math.abs((from % row) - (to % row)) + Math.abs(Math.floor(from / row) - Math.floor(to / row));
  return (across * metres) / metresPerMinute + doorMinutes;
}

function mulberry32(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function makeStaff(chance: Chance): YearStaff[] {
  const perTrade = model.staff / model.kinds.length;
  const all = Array.from({ length: model.place.buildings }, (_, building) => building);
  return Array.from({ length: model.staff }, (_, id) => {
    const trade = Math.floor(id / perTrade);
    const turn = id % perTrade;
    const skills = [trade, ...(turn % 2 === 0 && turn / 2 < model.twoTrades ? [trade + 1] : [])].map(
      (kind) => model.kinds[kind % model.kinds.length]!.skill,
    );
    const shifts = Array.from({ length: model.days + 4 }, (_, day) => {
      const hours =
        model.rota[(day - 1 + turn) % model.rota.length] ?? (day === 0 && turn === 6 ? [22, 31] : null);
      const isAbsent = chance() < model.absences;
      if (hours === null || isAbsent) return [];
      const midnight = (day - 1) * 1440;
      return [[midnight + hours[0]! * 60, midnight + hours[1]! * 60] as const];
    }).flat();
    const half = all.length / 2;
    return { id, skills, buildings: turn < perTrade / 2 ? all.slice(0, half) : all.slice(half), shifts };
  });
}

function makeTickets(chance: Chance): YearTicket[] {
  const perMinute = (model.homes * model.ticketsPerHomeYear) / model.days / 1440;
  const made: Omit<YearTicket, 'id'>[] = [];
  const weight = model.hours.reduce((sum, share) => sum + share, 0) / 24;
  for (let hour = 0; hour < model.days * 24; hour += 1) {
    const mean = (perMinute * 60 * model.hours[hour % 24]!) / weight;
    for (let left = poisson(mean, chance); left > 0; left -= 1) made.push(ticketAt(hour * 60, 60, chance));
  }
  for (let storm = 0; storm < model.storms.perYear; storm += 1) {
    const from = Math.floor(chance() * (model.days - 1) * 1440);
    const length = model.storms.hours * 60;
    const mean = perMinute * length * model.storms.times;
    const more = Array.from({ length: poisson(mean, chance) }, () => ticketAt(from, length, chance));
    made.push(...more.filter(({ skill }) => (model.storms.kinds as readonly string[]).includes(skill)));
  }
  return made.sort((a, b) => a.at - b.at).map((ticket, id) => ({ id, ...ticket }));
}

function ticketAt(from: number, length: number, chance: Chance): Omit<YearTicket, 'id'> {
  const kind = pick(chance);
  const type = kind.types[chance() < 0.5 ? 0 : 1];
  return {
    at: from + chance() * length,
    skill: kind.skill,
    building: Math.floor(chance() * model.place.buildings),
    isEmergency: chance() < model.emergencies,
    work: 5 + ((type.minutes - 5) / 2) * (exponential(chance) + exponential(chance)),
    usual: type.minutes,
  };
}

function pick(chance: Chance) {
  let left = chance();
  for (const kind of model.kinds) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  return model.kinds[0];
}

function poisson(mean: number, chance: Chance): number {
  let count = 0;
  let reached = exponential(chance);
  while (reached < mean) {
    count += 1;
    reached += exponential(chance);
  }
  return count;
}

function exponential(chance: Chance): number {
  return -Math.log(1 - chance());
}
