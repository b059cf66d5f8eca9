import { refuse } from '../refusal';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant. */
export type ZoneOffset = (instant: number) => number;

function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const found = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone);
  if (!found) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return (found[1] === '-' ? -minutes : minutes) * MINUTE;
}

function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year, month, day, hour, minute, second } = parts as Record<string, number>;
  const local = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
  return local - Math.floor(instant / 1000) * 1000;
}

/** Remembers whole UTC days on which the zone does not change, so that long lists of dates are quick. */
function namedOffset(zone: string): ZoneOffset {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const byDay = new Map<number, number | undefined>();
  return (instant) => {
    const day = Math.floor(instant / DAY);
    if (!byDay.has(day)) {
      const start = readOffset(format, day * DAY);
      byDay.set(day, start === readOffset(format, (day + 1) * DAY) ? start : undefined);
    }
    return byDay.get(day) ?? readOffset(format, instant);
  };
}

const ZONES = new Map<string, ZoneOffset>();

function readZone(zone: string): ZoneOffset {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return () => fixed;
  try {
    if (!/^[+-]/.test(zone)) return namedOffset(zone);
  } catch {
    // Falls through to the refusal: the name is unknown.
  }
  throw refuse(`unrecognized time zone identifier: "${zone}"`);
}

/** A zone by Olson name or as an offset: `+08`, `+0800`, `+08:00`. */
export function zoneOffset(zone: string): ZoneOffset {
  let offset = ZONES.get(zone);
  if (!offset) {
    offset = readZone(zone);
    ZONES.set(zone, offset);
  }
  return offset;
}

/** The instant at which the zone's clocks show the time that `local` shows in UTC. */
export function toInstant(local: number, offset: ZoneOffset): number {
  const guess = local - offset(local);
  return local - offset(guess);
}
