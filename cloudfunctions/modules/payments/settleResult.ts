import { dayOf, type Instant } from '../../../types/day';
import { type Changes, changes, create, joined, replace } from '../../kernel/changes';
import { type Decision, toDo } from '../../kernel/decision';
import type { Ports } from '../../kernel/ports';
import type { PayResult, SettleAnswer } from '../../platform/pay/port';
import { settle } from '../../platform/settle';
import { type HomeAccount, homeAccountOf, homeAccounts } from '../charging';
import { allCommunities } from '../community';
import { journals } from '../ledger';
import { type Household, householdOf } from '../people';
import { freedOf, stillAsFrozen } from './account';
import { dueFor } from './dueKinds';
import { openCase } from './openCase';
import type { PaymentOrder } from './order';
import { orderById, paymentOrders, refunds } from './paymentsStore';
import { moneyGoesBack, postPayment } from './posting';
import { projectBills } from './projectBills';
import { yieldTo } from './supersede';
import { tellPayer, topicsOfHome } from './told';

export type Settled =
  | {
      readonly kind: 'posted';
      readonly homeId: string;
      readonly orderId: string;
      readonly billIds: readonly string[];
    }
  | { readonly kind: 'goesBack' | 'known' | 'case' };

const author = { action: 'payments.settleResult', actor: { as: 'payments' } };

/**
 * The one end of all four roads (C2): the payer's return, WeChat's notice, the tick's question, the next morning's bill. Number, merchant
 * and amount must be the order's, otherwise a case is opened and nothing is posted. Told twice it does nothing the second time.
 */
export async function settleResult(result: PayResult, ports: Ports): Promise<SettleAnswer> {
  const settled = await settle<Settled>({ author, decide: () => decide(result, ports) }, ports);
  if (!settled.ok) return { kind: 'again' };
  if (settled.value.kind === 'posted') {
    const { homeId, orderId, billIds } = settled.value;
    await projectBills({ homeId, orderId, billIds }, ports);
  }
  return { kind: 'taken' };
}

async function decide(result: PayResult, ports: Ports): Promise<Decision<Settled>> {
  const now = ports.now();
  const order = await orderById(result.outTradeNo);
  if (!order) return toDo({ kind: 'case' }, await unknownOrder(result, now));
  const problem = problemOf(order, result);
  if (problem)
    return toDo({ kind: 'case' }, await openCase({ ...about(order, result), cause: problem }, now));
  if (isBooked(order, result)) return toDo({ kind: 'known' }, changes({}));
  const [account, household] = await Promise.all([homeAccountOf(order.homeId), householdOf(order.homeId)]);
  if (!account || !household) throw new Error(`order ${order._id} is of no home`);
  if (order.transactionId !== undefined)
    return toDo({ kind: 'goesBack' }, goesBack({ order, household }, result, 'doubled', now));
  if (!stillAsFrozen(account, order, dayOf(order.createdAt)))
    return toDo({ kind: 'goesBack' }, goesBack({ order, household, account }, result, 'late', now));
  const { _id: orderId, homeId } = order;
  const billIds = order.choice.bills.map(({ billId }) => billId);
  return toDo(
    { kind: 'posted', homeId, orderId, billIds },
    await posted({ order, household, account }, result, now),
  );
}

/** As the order's own, on its way back, or credited by finance. */
function isBooked({ transactionId, refundIds, creditedApart }: PaymentOrder, result: PayResult): boolean {
  return (
    transactionId === result.transactionId ||
    refundIds?.includes(backNumber(result)) === true ||
    creditedApart?.includes(result.transactionId) === true
  );
}

function problemOf(order: PaymentOrder, result: PayResult): 'merchantDiffers' | 'amountDiffers' | undefined {
  if (order.ask?.merchantId !== result.merchantId || order.ask.channel !== result.channel)
    return 'merchantDiffers';
  return order.amount === result.amount ? undefined : 'amountDiffers';
}

function about(order: PaymentOrder, { transactionId, merchantId, amount, at }: PayResult) {
  const { _id: orderId, communityId, homeId, place } = order;
  return {
    communityId,
    homeId,
    place,
    day: dayOf(at),
    orderId,
    transactionId,
    merchantId,
    ours: order.amount,
    theirs: amount,
  };
}

/** Belongs to the community whose merchant took it; where no merchant is ours it is only logged by whoever brought it. */
async function unknownOrder(result: PayResult, now: Instant): Promise<Changes> {
  const { merchantId, outTradeNo: orderId, transactionId, amount: theirs, at } = result;
  const community = (await allCommunities()).find(({ payee }) => payee?.merchantId === merchantId);
  if (!community) return changes({});
  const day = dayOf(at);
  return openCase(
    { communityId: community._id, cause: 'unknownOrder', day, merchantId, orderId, transactionId, theirs },
    now,
  );
}

/** Deterministic, so that one payment goes back once. */
export function backNumber({ transactionId }: Pick<PayResult, 'transactionId'>): string {
  return `B${transactionId.replace(/[^0-9A-Za-z]/g, '')}`;
}

interface Loaded {
  readonly order: PaymentOrder;
  readonly household: Household;
}

async function posted(
  { order, household, account }: Loaded & { readonly account: HomeAccount },
  result: PayResult,
  now: Instant,
): Promise<Changes> {
  const after = postPayment(order, account, result);
  const left = await yieldTo(after.account, now);
  const { _id: orderId, homeId, communityId } = order;
  return joined(
    changes({
      writes: [replace(paymentOrders, order, after.order), replace(homeAccounts, account, left.account)],
      journal: [create(journals, after.journal)],
      audit: [
        {
          what: 'paymentPosted',
          beneficiary: { ...(order.payerOpenid ? { openid: order.payerOpenid } : {}), homeId, communityId },
          subjects: [`paymentOrders/${orderId}`, `homeAccounts/${homeId}`, `journals/${after.journal._id}`],
          facts: { amount: order.amount, was: order.state },
        },
      ],
      messages: tellPayer(order, 'paymentReceived', order.amount),
      topics: topicsOfHome(household, order.payerOpenid, dayOf(now)),
      due: [dueFor('order', orderId, 'never'), dueFor('projectBills', orderId, now)],
    }),
    left.changes,
  );
}

function goesBack(
  { order, household, account }: Loaded & { readonly account?: HomeAccount },
  result: PayResult,
  cause: 'late' | 'doubled',
  now: Instant,
): Changes {
  const back = moneyGoesBack(order, result, { id: backNumber(result), cause, now });
  const { _id: orderId, homeId, communityId } = order;
  const refundId = back.refund._id;
  const { transactionId, at: paidAt } = result;
  const refundIds = [...(order.refundIds ?? []), refundId];
  const next: PaymentOrder =
    cause === 'late'
      ? { ...order, state: 'returned', transactionId, paidAt, refundIds }
      : { ...order, refundIds };
  return changes({
    writes: [
      replace(paymentOrders, order, next),
      create(refunds, back.refund),
      ...(account && account.liveOrder?.orderId === orderId
        ? [replace(homeAccounts, account, freedOf(account, orderId))]
        : []),
    ],
    journal: back.journals.map((journal) => create(journals, journal)),
    audit: [
      {
        what: 'moneyGoesBack',
        beneficiary: { ...(order.payerOpenid ? { openid: order.payerOpenid } : {}), homeId, communityId },
        subjects: [`paymentOrders/${orderId}`, `refunds/${refundId}`],
        facts: { amount: order.amount, cause },
      },
    ],
    topics: topicsOfHome(household, order.payerOpenid, dayOf(now)),
    due: [dueFor('order', orderId, 'never'), dueFor('refund', refundId, now)],
  });
}
