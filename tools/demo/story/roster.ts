import { usualShifts } from '../../../src/packages/staffTickets/roster/week';
import { addDays, type Day, dayOf, daysIncluded, type Instant, startOfDay } from '../../../types/day';
import type { Duty } from '../../../types/role';

const minute = 60_000;

/** Minutes of the day; past midnight over 1,440. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

type Kind = Exclude<(typeof usualShifts)[number]['value'], 'off'>;

/** Who works round the clock, and who sits at a desk. */
const kindsOf: Partial<Readonly<Record<Duty, readonly Kind[]>>> = {
  engineer: ['day', 'late', 'night'],
  guard: ['day', 'late', 'night'],
  customerService: ['day', 'late'],
  supervisor: ['day', 'late'],
};

/** Whose shifts are planned together. */
export const rosteredDuties = Object.keys(kindsOf) as readonly Duty[];

/**
 * The shift of a day of whoever is at this place of a group, as it is planned at an instant: everybody keeps one kind of shift and has two
 * days off in seven, never all of a kind at once. The first of each group is at work when somebody looks; desks are so by day.
 */
export function shiftOn(duty: Duty, place: number, day: Day, present: Instant): Hours | undefined {
  const kinds = kindsOf[duty] ?? [];
  const now = lastingAt(present);
  const first = Math.max(0, kinds.indexOf(now.kind));
  const kind = kinds[(first + place) % kinds.length];
  const since = day >= now.day ? daysIncluded(now.day, day) - 1 : 1 - daysIncluded(day, now.day);
  const daysOff = Math.floor(place / kinds.length) % 2 === 0 ? [3, 4] : [5, 6];
  if (kind === undefined || daysOff.includes(((since % 7) + 7) % 7)) return undefined;
  return hoursOf(kind);
}

/** The shift that lasts, the latest where there are two, and the day it belongs to. */
function lastingAt(present: Instant): { readonly kind: Kind; readonly day: Day } {
  const today = dayOf(present);
  const minutes = (present - startOfDay(today)) / minute;
  if (minutes < hoursOf('day').from) return { kind: 'night', day: addDays(today, -1) };
  if (minutes < hoursOf('late').from) return { kind: 'day', day: today };
  return { kind: minutes < hoursOf('night').from ? 'late' : 'night', day: today };
}

function hoursOf(kind: Kind): Hours {
  const { shift } = usualShifts.find(({ value }) => value === kind) ?? {};
  if (!shift) throw new Error(`${kind} is no shift`);
  return shift;
}

/** When shifts begin or end on a day. */
export function changesOn(day: Day): readonly number[] {
  const minutes = usualShifts.flatMap(({ shift }) => (shift ? [shift.from, shift.to % 1440] : []));
  return [...new Set(minutes)].map((one) => startOfDay(day) + one * minute);
}
