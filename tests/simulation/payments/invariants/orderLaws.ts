import type { PaymentOrder, Refund } from '../../../../cloudfunctions/modules/payments';
import type { Change } from './mirror';
import { broken, type View, type Violation } from './view';

/** Ends that nothing leaves. A closed or failed order may still be paid: money does come for those. */
const ends: readonly PaymentOrder['state'][] = ['paid', 'returned'];
const frozen = [
  'homeId',
  'payerOpenid',
  'partyId',
  'channel',
  'choice',
  'toPrepaid',
  'amount',
  'ask',
] as const;

/** What an order froze stays frozen; its end is its end; one that is paid is booked in the same commit. */
export function judgeOrder({ id, before, after }: Change<'paymentOrders'>, view: View): readonly Violation[] {
  if (!after) return [broken('an order stays', id)];
  const changed = before
    ? frozen.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    : [];
  const hasLeftItsEnd = before !== undefined && ends.includes(before.state) && before.state !== after.state;
  return [
    ...(changed.length === 0 ? [] : [broken('an order is frozen', `${id}: ${changed.join(', ')}`)]),
    ...(hasLeftItsEnd ? [broken('an end is an end', `${id}: ${before.state} → ${after.state}`)] : []),
    ...judgeCredits(after),
    ...judgeRefunds(after, view),
  ];
}

/** Once paid: what was credited, and not taken back, is no more than what the order froze. */
function judgeCredits({ _id, state, credits, choice }: PaymentOrder): readonly Violation[] {
  if (state !== 'paid') return [];
  const credited = (credits ?? []).reduce((sum, { money, prepaid, vouchers }) => {
    return sum + money + prepaid + vouchers.reduce((all, { amount }) => all + amount, 0);
  }, 0);
  const asked = choice.bills.reduce((sum, { principal, lateFee }) => sum + principal + lateFee, 0);
  return credited <= asked ? [] : [broken('no bill is credited twice', `${_id}: ${credited} of ${asked}`)];
}

function judgeRefunds({ _id, amount }: PaymentOrder, { mirror }: View): readonly Violation[] {
  let back = 0;
  for (const refund of mirror.all('refunds')) if (refund.orderId === _id) back += refund.amount;
  // A doubled payment of the same order goes back besides what finance refunds.
  return back <= amount * 2 ? [] : [broken('no more goes back than came', `${_id}: ${back} of ${amount}`)];
}

const frozenRefund = ['orderId', 'homeId', 'amount', 'total', 'cause', 'lines', 'fromPrepaid'] as const;

/** A refund keeps its amount; one that is done is done at WeChat and in the books. */
export function judgeRefund({ id, before, after }: Change<'refunds'>, view: View): readonly Violation[] {
  if (!after) return [broken('a refund stays', id)];
  const changed = before
    ? frozenRefund.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    : [];
  const hasLeftItsEnd = before?.state === 'done' && after.state !== 'done';
  return [
    ...(changed.length === 0 ? [] : [broken('a refund is frozen', `${id}: ${changed.join(', ')}`)]),
    ...(hasLeftItsEnd ? [broken('an end is an end', `${id}: done → ${after.state}`)] : []),
    ...judgeRoad(after, view),
    ...judgeDone(after, view),
  ];
}

/** Whatever road the community is paid by now: money goes back by the one it came. */
function judgeRoad({ _id, orderId, ask }: Refund, { mirror }: View): readonly Violation[] {
  const order = mirror.get('paymentOrders', orderId);
  const isSame = ask?.channel === order?.ask?.channel && ask?.merchantId === order?.ask?.merchantId;
  return ask === undefined || isSame
    ? []
    : [broken('money goes back the way it came', `${_id}: ${ask.channel}, ${order?.ask?.channel}`)];
}

function judgeDone(
  { _id, state, orderId, amount }: Refund,
  { mirror, books, wechat, merchantId }: View,
): readonly Violation[] {
  // Where only vouchers or prepayment went back, WeChat is not asked.
  const isWeChat = amount > 0 && mirror.get('paymentOrders', orderId)?.channel === 'wechat';
  const due = books.balance('refundsDue', 'refundId', _id);
  if (state !== 'done')
    return due < 0 || amount === 0 ? [] : [broken('a refund that is not done is owed', `${_id}: ${due}`)];
  const there = isWeChat ? wechat.refund(merchantId, _id)?.status : 'SUCCESS';
  return [
    ...(due === 0 ? [] : [broken('a refund that is done is owed no more', `${_id}: ${due}`)]),
    ...(there === 'SUCCESS' ? [] : [broken('a refund is done when WeChat says so', `${_id}: ${there}`)]),
  ];
}
