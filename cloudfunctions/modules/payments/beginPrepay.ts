import type { WalletParameters } from '../../../types/contract/payments';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { type Changes, changes, joined, replace } from '../../kernel/changes';
import { type Decision, toDo } from '../../kernel/decision';
import type { Ports } from '../../kernel/ports';
import { amend } from '../../platform/amend';
import { payChannel } from '../../platform/pay';
import type { PrepayOutcome } from '../../platform/pay/port';
import { settle } from '../../platform/settle';
import { homeAccountOf, homeAccounts } from '../charging';
import { askAboutOrder } from './askAboutOrder';
import { dueFor } from './dueKinds';
import type { PaymentOrder } from './order';
import { orderById, paymentOrders } from './paymentsStore';
import { superseded } from './supersede';

const author = { action: 'payments.beginPrepay', actor: { as: 'payments' } };

/**
 * Asks WeChat for the order's prepay, as it was frozen, and keeps what WeChat answered; only then may a phone see it. Refuses
 * PAY_UNAVAILABLE (may be asked again under the same number) and ORDER_OVER.
 */
export async function beginPrepay(order: PaymentOrder, ports: Ports): Promise<Outcome<PaymentOrder>> {
  const { ask, payerOpenid } = order;
  if (!ask || payerOpenid === undefined) throw new Error(`order ${order._id} asks WeChat for nothing`);
  const outcome = await payChannel(ask.channel).createPrepay({
    outTradeNo: order._id,
    merchantId: ask.merchantId,
    payerOpenid,
    amount: order.amount,
    description: ask.description,
    startsAt: ask.timeStart,
    expiresAt: ask.timeExpire,
    payerIp: ask.ip,
  });
  switch (outcome.kind) {
    case 'ready':
      return becomeLive(order, outcome.wallet, ports);
    case 'unavailable':
      return refused('PAY_UNAVAILABLE');
    case 'alreadyPaid':
      await askAboutOrder({ ...order, ask }, ports);
      return granted((await orderById(order._id)) ?? order);
    default:
      return giveUp(order, outcome, ports);
  }
}

/**
 * By itself and not by a commit: nothing else changes with it, and who asked for the order has an audit entry. An order that made room
 * meanwhile stays as it is.
 */
async function becomeLive(
  order: PaymentOrder,
  prepay: WalletParameters,
  ports: Ports,
): Promise<Outcome<PaymentOrder>> {
  const live = await amend(paymentOrders, order, {
    change: ({ state }) => (state === 'creating' ? { state: 'live' as const, prepay } : undefined),
    ports,
  });
  if (live === 'busy') return refused('BUSY');
  // The same request from another phone was faster: what it was given is as good.
  return live?.state === 'live' || live?.state === 'paid' ? granted(live) : refused('ORDER_OVER');
}

/** WeChat will not have it under this number: the home is free at once. What WeChat may know of it the tick closes. */
async function giveUp(order: PaymentOrder, outcome: PrepayOutcome, ports: Ports): Promise<Outcome<never>> {
  ports.log({
    level: 'bug',
    what: 'prepayRefused',
    facts: { orderId: order._id, kind: outcome.kind, ...reasonOf(outcome) },
  });
  const decide = async (): Promise<Decision<true>> => {
    const [fresh, account] = await Promise.all([orderById(order._id), homeAccountOf(order.homeId)]);
    if (fresh?.state !== 'creating' || !account) return toDo(true, changes({}));
    const room = superseded(account, fresh, ports.now());
    const free = changes({
      writes: [replace(homeAccounts, account, room.account)],
      audit: [noteOf('orderRefused', fresh)],
    });
    if (outcome.kind !== 'rejected') return toDo(true, joined(free, room.changes));
    return toDo(true, joined(free, failed(fresh)));
  };
  await settle({ author, decide }, ports);
  return refused('PAY_UNAVAILABLE');
}

function failed(order: PaymentOrder): Changes {
  return changes({
    writes: [replace(paymentOrders, order, { ...order, state: 'failed' })],
    due: [dueFor('order', order._id, 'never')],
  });
}

function noteOf(what: string, { _id, homeId, communityId }: PaymentOrder) {
  return { what, beneficiary: { homeId, communityId }, subjects: [`paymentOrders/${_id}`] };
}

function reasonOf(outcome: PrepayOutcome): { readonly reason?: string } {
  return 'reason' in outcome ? { reason: outcome.reason } : {};
}
