import type { Instant } from '../../../types/day';
import { dayOf, formatDay, minuteOfDay } from '../../../types/day';
import type { Fen } from '../../../types/money';
import { formatYuan } from '../../../types/yuan';

/** WeChat: subscribeMessage.send, the limits of each kind of field, in characters. */
const longest: Readonly<Record<string, number>> = {
  thing: 20,
  phrase: 5,
  character_string: 32,
  name: 10,
};

/** What may stand in a gap before it is brought into a field's form. */
export type Gap = string | { readonly fen: Fen } | { readonly at: Instant };

/**
 * A gap's content in the form that a field of this kind (`thing2`, `amount3`) takes: one line, cut with an ellipsis, never empty.
 * The kind is the field's name without its number.
 */
export function fieldText(field: string, gap: Gap): string {
  const kind = field.replace(/\d+$/, '');
  const text = typeof gap === 'string' ? gap : 'fen' in gap ? amountText(gap.fen) : timeText(kind, gap.at);
  const plain = text.replace(/\s+/gu, ' ').trim();
  const allowed = kind === 'phrase' ? plain.replace(/[^\p{Script=Han}]/gu, '') : plain;
  return clipped(allowed, longest[kind]) || empty[kind] || '—';
}

/** WeChat: one sign of currency and at most ten digits; without thousands' commas. */
function amountText(amount: Fen): string {
  return formatYuan(amount).replaceAll(',', '');
}

function timeText(kind: string, at: Instant): string {
  const day = formatDay(dayOf(at));
  if (kind === 'date') return day;
  const minutes = minuteOfDay(at);
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const empty: Readonly<Record<string, string>> = { phrase: '请查看', thing: '请打开查看' };

function clipped(text: string, most: number | undefined): string {
  const characters = [...text];
  if (most === undefined || characters.length <= most) return text;
  // A word of five characters has no room for an ellipsis that WeChat would refuse.
  return most <= 5 ? characters.slice(0, most).join('') : `${characters.slice(0, most - 1).join('')}…`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
