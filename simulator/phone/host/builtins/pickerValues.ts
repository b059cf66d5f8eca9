/** What a picker's columns show and how their places become a value and back. Pure: no drawing. */
export interface PickerValues {
  columns(chosen: readonly number[]): readonly (readonly string[])[];
  /** Places of the value in the columns. */
  places(value: unknown): readonly number[];
  /** The value at these places, as `change` tells it. */
  value(chosen: readonly number[]): unknown;
  /** Codes of the regions at these places, which `change` tells beside the value. */
  codes?(chosen: readonly number[]): readonly string[];
}

const two = (number: number) => String(number).padStart(2, '0');
const upTo = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_one, index) => from + index);

function texts(range: unknown, key: string): string[] {
  return ((range ?? []) as unknown[]).map((one) =>
    String(key ? ((one as Record<string, unknown>)[key] ?? '') : one),
  );
}

export function selectorValues(range: unknown, key: string): PickerValues {
  return {
    columns: () => [texts(range, key)],
    places: (value) => [Number(value) || 0],
    // A place in the list, as text. [measured: DevTools gives a string]
    value: ([place = 0]) => String(place),
  };
}

export function multiSelectorValues(range: unknown, key: string): PickerValues {
  return {
    columns: () => ((range ?? []) as unknown[]).map((one) => texts(one, key)),
    places: (value) => ((value ?? []) as unknown[]).map(Number),
    value: (chosen) => [...chosen],
  };
}

/** `hh:mm` from `start` to `end`. */
export function timeValues(start: string, end: string): PickerValues {
  const [first, last] = [start || '00:00', end || '23:59'];
  const hours = upTo(Number(first.slice(0, 2)), Number(last.slice(0, 2)));
  const minutesOf = (hour: number) =>
    upTo(
      hour === hours[0] ? Number(first.slice(3, 5)) : 0,
      hour === hours.at(-1) ? Number(last.slice(3, 5)) : 59,
    );
  const hourAt = (place: number) => hours[Math.min(place, hours.length - 1)] ?? 0;
  return {
    columns: ([place = 0]) => [hours.map(two), minutesOf(hourAt(place)).map(two)],
    places: (value) => {
      const [hour = 0, minute = 0] = String(value || first)
        .split(':')
        .map(Number);
      return [Math.max(0, hours.indexOf(hour)), Math.max(0, minutesOf(hour).indexOf(minute))];
    },
    value: ([hour = 0, minute = 0]) => `${two(hourAt(hour))}:${two(minutesOf(hourAt(hour))[minute] ?? 0)}`,
  };
}

/** `YYYY-MM-DD`, or a part of it, from `start` to `end`. */
export function dateValues(start: string, end: string, fields: string, today: string): PickerValues {
  const depth = { year: 1, month: 2, day: 3 }[fields] ?? 3;
  const first = parts(start || '1900-01-01');
  const last = parts(end || '2100-12-31');
  const years = upTo(first[0], last[0]);
  const yearAt = (place: number) => years[Math.min(place, years.length - 1)] ?? first[0];
  const months = (year: number) => upTo(year === first[0] ? first[1] : 1, year === last[0] ? last[1] : 12);
  const days = (year: number, month: number) =>
    upTo(
      year === first[0] && month === first[1] ? first[2] : 1,
      year === last[0] && month === last[1] ? last[2] : new Date(Date.UTC(year, month, 0)).getUTCDate(),
    );
  const monthAt = (year: number, place: number) =>
    months(year)[Math.min(place, months(year).length - 1)] ?? 1;
  const dateAt = (chosen: readonly number[]) => {
    const year = yearAt(chosen[0] ?? 0);
    const month = monthAt(year, chosen[1] ?? 0);
    const all = days(year, month);
    return [year, month, all[Math.min(chosen[2] ?? 0, all.length - 1)] ?? 1] as const;
  };
  return {
    columns: (chosen) => {
      const [year, month] = dateAt(chosen);
      const names = [
        years.map((one) => `${one}年`),
        months(year).map((one) => `${one}月`),
        days(year, month).map((one) => `${one}日`),
      ];
      return names.slice(0, depth);
    },
    places: (value) => {
      const [year, month, day] = parts(String(value || today));
      const found = [years.indexOf(year), months(year).indexOf(month), days(year, month).indexOf(day)];
      return found.slice(0, depth).map((place) => Math.max(0, place));
    },
    value: (chosen) =>
      dateAt(chosen)
        .map((one, index) => (index === 0 ? String(one) : two(one)))
        .slice(0, depth)
        .join('-'),
  };
}

function parts(date: string): readonly [number, number, number] {
  const [year = 1900, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
}
