import type { Ticket } from '../../ticket';
import { namesDoor, namesHome } from './namesHome';
import { namesPerson } from './namesPerson';
import { plainDigits } from './plainDigits';

/** What of seven or eight digits can be called; an amount or the last of many buildings cannot. */
const number = /\d{9,}|\d{7,8}(?![\d元万亿栋幢座号层楼吨平])/u;
/** 2026-11-20, 11.20, 9:00: figures that are no number to call. */
const moments = /(?<!\d)(?:20\d\d[-./年])?\d{1,2}[-./月:]\d{1,2}(?!\d)/gu;
/** GB 50327-2001 */
const standards = /[A-Z]{2,4}(?:\/T)?\d{1,5}(?:\.\d+)?-(?:19|20)\d\d(?!\d)/gu;
/** 微信 zhangwei88 */
const account = /(?:微信|vx|qq|抖音)号?[:：]?[a-z][\w-]{5,}/iu;
/** 粤B12345, 浙A·D12345; 车牌 B1234. */
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.-]?(?=[A-Z\d]*\d)[A-Z\d]{5,6}|车牌(?:尾号|号码?)?[为是:]*(?=[A-Z]*\d)[A-Z\d]{3,}/iu;

/**
 * Does a text that is to be published tell who or where: a number of seven digits or more, in whatever numerals and however it is spaced (days, times and
 * amounts are none), an account, a car; the name of anybody on the staff (`colleagues`), of whoever reported it, has it or was
 * compared, or what people call them (`namesPerson`); anybody's home (`namesHome`), the reporter's in other words, too.
 */
export function namesSomebody(
  text: string,
  ticket: Pick<Ticket, 'reporter' | 'assignee' | 'dispatch' | 'place' | 'homeId'>,
  colleagues: readonly string[],
): boolean {
  const plain = plainDigits(text);
  if (number.test(joined(plain.replace(standards, '|').replace(moments, '|')))) return true;
  const names = [
    ticket.reporter.name,
    ...(ticket.assignee ? [ticket.assignee.name] : []),
    ...(ticket.dispatch?.compared.map(({ name }) => name) ?? []),
    ...colleagues,
  ].filter((name) => name.length > 1);
  const close = text.normalize('NFKC').replace(/\s/gu, '');
  if (account.test(close) || plate.test(plain)) return true;
  return namesPerson(joined(close), names) || namesHome(plain) || isOwn(plain, ticket);
}

/** 3栋2单元1201 as a whole, the room by itself. */
function isOwn(plain: string, { place, homeId }: Pick<Ticket, 'place' | 'homeId'>): boolean {
  if (homeId === undefined) return false;
  const own = /(\d{3,}|[A-Za-z]\d+)\D*$/.exec(place)?.[1];
  return joined(plain).includes(joined(plainDigits(place))) || (own !== undefined && namesDoor(plain, own));
}

function joined(text: string): string {
  return text.replace(/[\s\-—–－_.·、]/gu, '');
}
