import { isFields, isNullish, render, typeName, type Value } from '../document';
import { refuse } from '../refusal';
import { dayOfYear, fromIsoWeek, isoDayOfWeek, isoWeek, isoWeekYear, utc, week } from './calendar';
import { checkFormat, formatDate, parseDate, parseFormatted } from './date-text';
import { namedValues, type Operator, type Operators, operands, parameters, wholeNumber } from './operator';
import { toInstant, type ZoneOffset, zoneOffset } from './time-zone';

function asDate(value: Value): Date {
  if (value instanceof Date) return value;
  throw refuse(`can't convert from BSON type ${typeName(value)} to Date`);
}

/** The zone, UTC when none is asked for; null when the expression for it gives nothing. */
function asZone(value: Value | undefined, asked: boolean): ZoneOffset | null {
  if (!asked) return zoneOffset('UTC');
  if (isNullish(value)) return null;
  if (typeof value !== 'string') {
    throw refuse(`timezone must evaluate to a string, found ${typeName(value)}`);
  }
  return zoneOffset(value);
}

/** One part of a date, given as the date itself or as `{date, timezone}`. */
function part(read: (local: Date) => number): Operator {
  return (argument, compile, name) => {
    const only = operands(argument, name, 1)[0]!;
    const given =
      isFields(only) && !Object.keys(only)[0]?.startsWith('$')
        ? parameters(only, name, ['date', 'timezone'], ['date'])
        : { date: only };
    const evaluate = namedValues(given, compile);
    return (root, variables) => {
      const { date, timezone } = evaluate(root, variables);
      const zone = asZone(timezone, 'timezone' in given);
      if (isNullish(date) || zone === null) return null;
      const instant = asDate(date).getTime();
      return read(new Date(instant + zone(instant)));
    };
  };
}

const dateToString: Operator = (argument, compile, name) => {
  const given = parameters(argument, name, ['date', 'format', 'timezone', 'onNull'], ['date']);
  const evaluate = namedValues(given, compile);
  const usual = 'timezone' in given ? '%Y-%m-%dT%H:%M:%S.%L' : '%Y-%m-%dT%H:%M:%S.%LZ';
  return (root, variables) => {
    const { date, format, timezone, onNull } = evaluate(root, variables);
    const zone = asZone(timezone, 'timezone' in given);
    const wanted = 'format' in given ? format : usual;
    if (isNullish(date)) return 'onNull' in given ? onNull : null;
    if (zone === null || isNullish(wanted)) return null;
    if (typeof wanted !== 'string') {
      throw refuse(
        `$dateToString requires that 'format' be a string, found: ${typeName(wanted)} with value ${render(wanted)}`,
      );
    }
    checkFormat(wanted);
    return formatDate(asDate(date), wanted, zone);
  };
};

function readDateText(text: Value, format: Value | undefined, zone: Value | undefined): Date {
  if (typeof text !== 'string') {
    throw refuse(
      `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ${render(text)}`,
    );
  }
  const zoneName = typeof zone === 'string' ? zone : undefined;
  return typeof format === 'string' ? parseFormatted(text, format, zoneName) : parseDate(text, zoneName);
}

const dateFromString: Operator = (argument, compile, name) => {
  const known = ['dateString', 'format', 'timezone', 'onError', 'onNull'];
  const given = parameters(argument, name, known, ['dateString']);
  const evaluate = namedValues(given, compile);
  return (root, variables) => {
    const { dateString, format, timezone, onError, onNull } = evaluate(root, variables);
    if (isNullish(dateString)) return 'onNull' in given ? onNull : null;
    if ('timezone' in given && isNullish(timezone)) return null;
    if ('format' in given && isNullish(format)) return null;
    try {
      return readDateText(dateString, format, timezone);
    } catch (error) {
      if (!('onError' in given)) throw error;
      return onError;
    }
  };
};

const TIME_PARTS = ['hour', 'minute', 'second', 'millisecond'];
const DATE_PARTS = [
  'year',
  'month',
  'day',
  'isoWeekYear',
  'isoWeek',
  'isoDayOfWeek',
  ...TIME_PARTS,
  'timezone',
];

function readPart(value: Value | undefined, name: string): number {
  return wholeNumber(
    value,
    (type) => `'${name}' must evaluate to an integer, found ${type} with value ${render(value)}`,
  );
}

function checkYear(year: number, name: string): number {
  if (year >= 1 && year <= 9999) return year;
  throw refuse(`'${name}' must evaluate to an integer in the range 1 to 9999, found ${year}`);
}

/** Months, days and times beyond their range carry over into the next unit. */
const dateFromParts: Operator = (argument, compile, name) => {
  const given = parameters(argument, name, DATE_PARTS, []);
  const iso = 'isoWeekYear' in given;
  if (iso === 'year' in given)
    throw refuse("$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  const foreign = iso ? ['month', 'day'] : ['isoWeek', 'isoDayOfWeek'];
  if (foreign.some((key) => key in given)) {
    throw refuse('$dateFromParts does not allow mixing natural dates with ISO dates');
  }
  const evaluate = namedValues(given, compile);
  return (root, variables) => {
    const values = evaluate(root, variables);
    if (Object.values(values).some(isNullish)) return null;
    const read = (key: string, otherwise: number): number =>
      key in values ? readPart(values[key], key) : otherwise;
    const time = TIME_PARTS.map((key) => read(key, 0));
    const local = iso
      ? fromIsoWeek(
          checkYear(read('isoWeekYear', 1970), 'isoWeekYear'),
          read('isoWeek', 1),
          read('isoDayOfWeek', 1),
          ...time,
        )
      : utc(checkYear(read('year', 1970), 'year'), read('month', 1), read('day', 1), ...time);
    return new Date(toInstant(local, asZone(values.timezone, 'timezone' in given)!));
  };
};

export const DATES: Operators = {
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
  $dateToString: dateToString,
  $dayOfMonth: part((local) => local.getUTCDate()),
  $dayOfWeek: part((local) => local.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $hour: part((local) => local.getUTCHours()),
  $isoDayOfWeek: part(isoDayOfWeek),
  $isoWeek: part(isoWeek),
  $isoWeekYear: part(isoWeekYear),
  $millisecond: part((local) => local.getUTCMilliseconds()),
  $minute: part((local) => local.getUTCMinutes()),
  $month: part((local) => local.getUTCMonth() + 1),
  $second: part((local) => local.getUTCSeconds()),
  $week: part(week),
  $year: part((local) => local.getUTCFullYear()),
};
