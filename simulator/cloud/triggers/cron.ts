import { Cron } from 'croner';
import { CloudError } from '../core/errors';

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The seven fields in their order; 0 in `weekday` is Sunday [document: triggers page since 2021; older copies said Monday]. */
const fields: readonly Field[] = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: months },
  { name: 'weekday', least: 0, most: 6, names: weekdays },
  { name: 'year', least: 1970, most: 2099 },
];

/** `*`, `5`, `1-5`, each perhaps with `/step`; `1/10` begins at 1 [document]. */
const part = /^(?:\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/;
const chinaOffset = 480;

/**
 * A timer's cron expression: seven fields (second minute hour day month weekday year) in UTC+8; `,` `-` `*` `/` and the English
 * names. When day and weekday are both set, either is enough [document].
 */
export class Schedule {
  private readonly cron: Cron;

  /** Refuses what WeChat's table of fields does not allow, naming the field. */
  constructor(readonly expression: string) {
    const words = expression.trim().split(/\s+/);
    if (words.length !== fields.length) {
      throw wrong(expression, `${fields.length} fields are required, found ${words.length}`);
    }
    for (const [place, field] of fields.entries()) check(expression, field, words[place] ?? '');
    this.cron = new Cron(words.join(' '), {
      mode: '7-part',
      paused: true,
      sloppyRanges: true,
      utcOffset: chinaOffset,
    });
  }

  /** The first instant after `instant` (both in milliseconds); undefined when there is none any more. */
  after(instant: number): number | undefined {
    return this.cron.nextRun(new Date(instant))?.getTime();
  }
}

function check(expression: string, field: Field, text: string): void {
  for (const piece of text.split(',')) {
    const match = part.exec(piece);
    if (!match) throw wrong(expression, `${field.name}: ${piece || 'nothing'}`);
    const [, from, to, step] = match;
    const low = from === undefined ? field.least : numberOf(expression, field, from);
    const high = to === undefined ? low : numberOf(expression, field, to);
    if (low > high) throw wrong(expression, `${field.name}: ${piece} runs backwards`);
    if (step !== undefined && (Number(step) < 1 || Number(step) > field.most)) {
      throw wrong(expression, `${field.name}: step ${step}`);
    }
  }
}

function numberOf(expression: string, field: Field, text: string): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return named + field.least;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= field.least && value <= field.most) return value;
  throw wrong(expression, `${field.name}: ${text} is not in ${field.least}-${field.most}`);
}

function wrong(expression: string, reason: string): CloudError {
  return new CloudError('INVALID_TRIGGER', `not a timer's cron expression: ${expression} (${reason})`);
}
