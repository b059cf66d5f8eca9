import type { Ticket } from '../../ticket';

const digits = /\d{7,}/;
/** 2026-11-20, 11.20, 9:00: figures that are no number to call. */
const moments = /(?<!\d)(?:20\d\d[-./年])?\d{1,2}[-./月:]\d{1,2}(?!\d)/gu;
/** What people are called by after a surname. */
const titles = '(?:师傅|先生|女士|小姐|阿姨|叔叔|大爷|大妈|奶奶|爷爷|老师|经理|主管)';

/**
 * Does a text that is to be published tell who or where: a number of seven digits or more, however it is spaced (days and times are none); the name of
 * anybody on the staff (`colleagues`), of whoever reported it, has it or was compared, or a surname of these with a title; the home.
 */
export function namesSomebody(
  text: string,
  ticket: Pick<Ticket, 'reporter' | 'assignee' | 'dispatch' | 'place' | 'homeId'>,
  colleagues: readonly string[],
): boolean {
  const half = text.normalize('NFKC');
  if (digits.test(joined(half.replace(moments, '|')))) return true;
  const plain = joined(half);
  const names = [
    ticket.reporter.name,
    ...(ticket.assignee ? [ticket.assignee.name] : []),
    ...(ticket.dispatch?.compared.map(({ name }) => name) ?? []),
  ].filter((name) => name.length > 1);
  const isColleague = colleagues.some((name) => name.length > 1 && plain.includes(name));
  return isColleague || names.some((name) => isNamed(plain, name)) || isPlaced(plain, ticket);
}

function isNamed(text: string, name: string): boolean {
  const [surname = ''] = [...name];
  const isPlain = /^\p{Script=Han}$/u.test(surname);
  return text.includes(name) || (isPlain && new RegExp(`${surname}${titles}`, 'u').test(text));
}

/** 3栋2单元1201: as a whole, or the room by itself. */
function isPlaced(text: string, { place, homeId }: Pick<Ticket, 'place' | 'homeId'>): boolean {
  if (homeId === undefined) return false;
  const room = /(\d{2,}|[A-Za-z]\d+)\D*$/.exec(place)?.[1];
  return text.includes(place) || (room !== undefined && new RegExp(`(?<!\\d)${room}(?!\\d)`).test(text));
}

function joined(text: string): string {
  return text.replace(/[\s\-—–－_.·、]/gu, '');
}
