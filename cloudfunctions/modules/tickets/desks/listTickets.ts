import type { ParsedOf } from '../../../../types/contract';
import type { CountedPage } from '../../../../types/contract/ticketWork';
import {
  addDays,
  addMonths,
  day as dayIn,
  firstDayOf,
  type Instant,
  month as monthIn,
  startOfDay,
} from '../../../../types/day';
import { granted } from '../../../../types/refusal';
import type { Reading } from '../../../kernel/routes';
import { readerOf } from '../reporting/reader';
import { rowOf } from '../reporting/row';
import { countListed, type Listed, ticketsListed } from './desksStore';

type Asked = ParsedOf<'ticketWork.list'>;

/** The tickets behind every figure of the desks, by an index. One read, on the first page a second that counts them all. */
export const listTickets: Reading<Asked, CountedPage> = async (asked, { caller, now }) => {
  const { after } = asked;
  const listed = listedOf(asked, now);
  const [{ rows, next }, total] = await Promise.all([
    ticketsListed(listed, after),
    after === undefined ? countListed(listed) : undefined,
  ]);
  return granted({
    rows: rows.map((ticket) => rowOf(ticket, readerOf(ticket, caller))),
    ...(next === undefined ? {} : { next }),
    ...(total === undefined ? {} : { total }),
  });
};

/** What is asked for, as the store finds it. */
function listedOf(asked: Asked, now: Instant): Listed {
  const { communityId, staffId } = asked;
  const of = { communityId, ...(staffId === undefined ? {} : { staffId }) };
  if ('month' in asked) {
    const wanted = monthIn(asked.month);
    const [from, to] = [startOfDay(firstDayOf(wanted)), startOfDay(firstDayOf(addMonths(wanted, 1)))];
    return { ...of, kind: 'reported', figure: asked.which, from, to };
  }
  if ('day' in asked) {
    const { which } = asked;
    const wanted = dayIn(asked.day);
    if (which === 'kept' || which === 'missed')
      return { ...of, kind: 'cameOut', figure: `${which}@${wanted}` };
    const [from, to] = [startOfDay(wanted), startOfDay(addDays(wanted, 1))];
    return { ...of, kind: 'reported', figure: which, from, to };
  }
  const { building } = asked;
  const place = building === undefined ? {} : { building };
  return asked.which === 'late'
    ? { ...of, ...place, kind: 'late', now }
    : { ...of, ...place, kind: 'now', list: asked.which };
}
