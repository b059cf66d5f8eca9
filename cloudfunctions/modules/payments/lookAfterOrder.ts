import { dayOf, type Instant } from '../../../types/day';
import { changes, joined, replace } from '../../kernel/changes';
import { type Decision, toDo } from '../../kernel/decision';
import type { DueHandler } from '../../kernel/due';
import { limits } from '../../kernel/limits';
import type { Ports } from '../../kernel/ports';
import { payChannel } from '../../platform/pay';
import type { CloseOutcome, OrderOutcome, SettleAnswer } from '../../platform/pay/port';
import { settle } from '../../platform/settle';
import { homeAccountOf, homeAccounts } from '../charging';
import { householdOf } from '../people';
import { freedOf } from './account';
import { type AskedAbout, type AskedOrder, askAboutOrder, isAsked } from './askAboutOrder';
import { dueFor, nextLook } from './dueKinds';
import { openCase } from './openCase';
import type { OrderState } from './order';
import { orderById, paymentOrders } from './paymentsStore';
import { topicsOfHome } from './told';

const open: readonly OrderState[] = ['creating', 'live', 'superseded'];
const author = { action: 'payments.lookAfterOrder', actor: { as: 'payments' } };

/**
 * Road three: asks WeChat how an order stands, until it has ended. What was paid is posted; what made room, or is past its time, is closed,
 * as soon as WeChat allows, so that it can never be paid again.
 */
export const lookAfterOrder: DueHandler = async (orderId, ports) => {
  const order = await orderById(orderId);
  if (!order || !isAsked(order) || !open.includes(order.state)) return 'never';
  const outcome = await askAboutOrder(order, ports);
  if (outcome.kind === 'paid') return afterPayment(order, outcome.settled, ports);
  if (outcome.kind === 'refunded') return end(order, ports, outcome);
  if (outcome.kind === 'closed' || isUnheardOf(order, outcome, ports.now())) return end(order, ports);
  const canStillBePaid = order.state !== 'superseded' && ports.now() < order.expiresAt;
  const next = nextLook(order.createdAt, ports.now());
  if (canStillBePaid) return Math.min(next, order.expiresAt) as Instant;
  return outcome.kind === 'notPaid' || outcome.kind === 'unknown' ? close(order, ports) : next;
};

/**
 * Posting may have had to give way (BUSY): looked at again. A payment that does not fit its order is a case, and finance's from then on:
 * the order ends without it and lets go of the home. WeChat takes no second payment for it.
 */
async function afterPayment(
  asked: AskedOrder,
  settled: SettleAnswer['kind'],
  ports: Ports,
): Promise<Instant | 'never'> {
  const order = await orderById(asked._id);
  if (!order || !open.includes(order.state)) return 'never';
  return settled === 'again' ? nextLook(asked.createdAt, ports.now()) : end(asked, ports);
}

/** No phone was ever given the means to pay it, or its time is long over: it can be ended without WeChat. */
function isUnheardOf({ state, prepay, expiresAt }: AskedOrder, { kind }: AskedAbout, now: Instant): boolean {
  if (kind !== 'unknown') return false;
  return (state === 'superseded' && !prepay) || now > expiresAt + limits.orderLife;
}

async function close(order: AskedOrder, ports: Ports): Promise<Instant | 'never'> {
  const { _id: outTradeNo, ask, createdAt } = order;
  const { kind }: CloseOutcome = await payChannel(ask.channel).closeOrder({
    outTradeNo,
    merchantId: ask.merchantId,
  });
  if (kind === 'closed') return end(order, ports);
  // Paid in this very moment: the next look posts it.
  if (kind === 'alreadyPaid') return (ports.now() + limits.firstLook) as Instant;
  return nextLook(createdAt, ports.now());
}

/** The order has ended without money of its own. One that WeChat says was paid and given back by somebody else is a case. */
async function end(
  { _id: orderId }: AskedOrder,
  ports: Ports,
  outcome?: Extract<OrderOutcome, { readonly kind: 'refunded' }>,
): Promise<Instant | 'never'> {
  const decide = async (): Promise<Decision<true>> => {
    const now = ports.now();
    const order = await orderById(orderId);
    if (!order || !open.includes(order.state)) return toDo(true, changes({}));
    const { homeId, communityId, place } = order;
    const [account, household] = await Promise.all([homeAccountOf(homeId), householdOf(homeId)]);
    const isLive = account?.liveOrder?.orderId === orderId;
    const closed = changes({
      writes: [
        replace(paymentOrders, order, { ...order, state: 'closed' }),
        ...(account && isLive ? [replace(homeAccounts, account, freedOf(account, orderId))] : []),
      ],
      audit: [
        { what: 'orderClosed', beneficiary: { homeId, communityId }, subjects: [`paymentOrders/${orderId}`] },
      ],
      topics: isLive ? topicsOfHome(household, order.payerOpenid, dayOf(now)) : [],
      due: [dueFor('order', orderId, 'never')],
    });
    if (!outcome) return toDo(true, closed);
    const { merchantId, transactionId, at, amount: theirs } = outcome;
    const about = { communityId, homeId, place, orderId, merchantId, transactionId, theirs };
    const difference = { ...about, cause: 'refundThereOnly' as const, day: dayOf(at) };
    return toDo(true, joined(closed, await openCase(difference, now)));
  };
  const ended = await settle({ author, decide }, ports);
  return ended.ok ? 'never' : ((ports.now() + limits.tickRetry) as Instant);
}
