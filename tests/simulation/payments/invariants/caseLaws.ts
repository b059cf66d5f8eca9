import type { Change } from './mirror';
import { broken, type View, type Violation } from './view';

/** What finance decides about a difference happens in the same commit: credited money is booked, money that goes back has its refund. */
export function judgeCase({ id, before, after }: Change<'cases'>, view: View): readonly Violation[] {
  if (!after) return [broken('a case stays', id)];
  if (before?.state === 'resolved' && JSON.stringify(before) !== JSON.stringify(after))
    return [broken('an end is an end', `case ${id}`)];
  if (before?.state !== 'open' || after.state !== 'resolved') return [];
  const { resolution, orderId = '', theirs = 0 } = after;
  if (resolution?.action === 'credit') {
    const booked = view.books.balance('wechatPay', 'orderId', orderId);
    return booked >= theirs
      ? []
      : [broken('what is decided of a case is done', `${id}: ${booked} of ${theirs}`)];
  }
  if (resolution?.action === 'refund') {
    const back = [...view.mirror.all('refunds')].filter((refund) => refund.orderId === orderId);
    const isBack = back.some(({ amount }) => amount === theirs);
    return isBack ? [] : [broken('what is decided of a case is done', `${id}: nothing goes back`)];
  }
  return [];
}
