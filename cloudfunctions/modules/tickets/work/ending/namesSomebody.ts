import type { Ticket } from '../../ticket';
import { namesPerson } from './namesPerson';

const digits = /\d{7,}/;
/** 2026-11-20, 11.20, 9:00: figures that are no number to call. */
const moments = /(?<!\d)(?:20\d\d[-./年])?\d{1,2}[-./月:]\d{1,2}(?!\d)/gu;
/** 微信 zhangwei88 */
const account = /(?:微信|vx|qq|抖音)号?[:：]?[a-z][\w-]{5,}/iu;

const number = '[\\d一二三四五六七八九十零〇两]{1,4}';
/** 3栋12楼, 三栋二单元十二楼01室; a lobby is nobody's home. */
const inBuilding = new RegExp(
  `(?:${number}|[A-Za-z])(?:栋|幢|座|号楼|单元)(?:${number}单元)?的?${number}(?:楼|层|室|房|号|户)(?!的?(?:大堂|大厅|门厅|电梯|楼道|楼梯|走廊|过道|公共|架空|车库|水井|电井|管井|配电|消防))`,
  'u',
);
/** 3-2-1201 */
const short = /(?<!\d|\d[-/])\d{1,2}[-/]\d{1,2}[-/]\d{3,4}(?!\d)/u;
/** 1201室; 3室2厅 is no room. */
const room = /(?:\d{2,4}|[一二三四五六七八九十零〇]{3,4})(?:室(?!\d厅)|号?房(?![屋间门型]))/u;

/**
 * Does a text that is to be published tell who or where: a number of seven digits or more, however it is spaced (days and times are none), or
 * an account; the name of anybody on the staff (`colleagues`), of whoever reported it, has it or was compared, or what people call them
 * (`namesPerson`); anybody's home.
 */
export function namesSomebody(
  text: string,
  ticket: Pick<Ticket, 'reporter' | 'assignee' | 'dispatch' | 'place' | 'homeId'>,
  colleagues: readonly string[],
): boolean {
  const half = text.normalize('NFKC');
  if (digits.test(joined(half.replace(moments, '|')))) return true;
  const names = [
    ticket.reporter.name,
    ...(ticket.assignee ? [ticket.assignee.name] : []),
    ...(ticket.dispatch?.compared.map(({ name }) => name) ?? []),
    ...colleagues,
  ].filter((name) => name.length > 1);
  const close = half.replace(/\s/gu, '').replace(/[—–]/gu, '-');
  return account.test(close) || namesPerson(joined(half), names) || isPlaced(close, ticket);
}

/** Any home, and the reporter's in other words: 3栋2单元1201 as a whole, the room by itself. */
function isPlaced(text: string, { place, homeId }: Pick<Ticket, 'place' | 'homeId'>): boolean {
  if ([inBuilding, short, room].some((home) => home.test(text))) return true;
  if (homeId === undefined) return false;
  const own = /(\d{3,}|[A-Za-z]\d+)\D*$/.exec(place)?.[1];
  return (
    joined(text).includes(place) || (own !== undefined && new RegExp(`(?<!\\d)${own}(?!\\d)`).test(text))
  );
}

function joined(text: string): string {
  return text.replace(/[\s\-—–－_.·、]/gu, '');
}
