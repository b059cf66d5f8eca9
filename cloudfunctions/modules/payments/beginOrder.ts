import { dayOf, type Instant } from '../../../types/day';
import { type Fen, noFen } from '../../../types/money';
import { placeName } from '../../../types/place';
import { type Changes, changes, create, joined, save } from '../../kernel/changes';
import { type Decision, toDo, toDoKnowing, toRefuse } from '../../kernel/decision';
import { limits } from '../../kernel/limits';
import { maskedName } from '../../kernel/mask';
import type { Context } from '../../kernel/routes';
import { againstLiveOrder, type HomeAccount, homeAccounts, type PaymentChoice } from '../charging';
import { journals } from '../ledger';
import { freedOf, heldBy } from './account';
import { dueFor } from './dueKinds';
import { newOrder, paymentNumber } from './newOrder';
import type { PaymentOrder } from './order';
import type { Paying } from './paying';
import { orderById, paymentOrders } from './paymentsStore';
import { postPayment } from './posting';
import { superseded } from './supersede';
import { topicsOfHome, topicsOfOthers } from './told';

export interface OrderMade {
  readonly orderId: string;
}

/** What one tap, or a prepayment, asks for. */
export interface Wanted {
  readonly choice: PaymentChoice;
  readonly toPrepaid: Fen;
  /** What the party may have prepaid at most; given where something becomes prepayment. */
  readonly prepaidMost?: Fen;
  readonly partyId: string;
}

/**
 * Makes an order of what is wanted, against the home's live one: of the same payer and for the same it is that order again, otherwise it
 * makes room; of somebody else it refuses SOMEBODY_PAYS. An order that needs no money is posted at once.
 */
export async function beginOrder(
  paying: Paying,
  wanted: Wanted,
  context: Context,
): Promise<Decision<OrderMade, PaymentOrder>> {
  const { account, payer, community } = paying;
  const { now } = context;
  if (!community.payee) return toRefuse('PAY_UNAVAILABLE');
  const live = account.liveOrder && (await orderById(account.liveOrder.orderId));
  const against = againstLiveOrder(account.liveOrder, payer, wanted.choice, now);
  if (against.kind === 'other') return refuseFor(live, against.until);
  if (against.kind === 'same' && live && isGoodFor(live, wanted, now))
    return toDo({ orderId: live._id }, askedAgain(live));
  const room = live
    ? superseded(account, live, now)
    : { account: freedOf(account, account.liveOrder?.orderId ?? ''), changes: changes({}) };
  const order = newOrder({
    id: paymentNumber(now, context.newId()),
    communityId: community._id,
    homeId: paying.held.homeId,
    place: placeName(paying.household.place),
    communityName: community.name,
    payer: { openid: payer.openid, name: paying.payerName },
    payee: community.payee,
    ...wanted,
    now,
  });
  const posted = order.amount === noFen ? postPayment(order, room.account, { at: now }) : undefined;
  return toDoKnowing(
    { orderId: order._id },
    joined(orderChanges(paying, { order, posted, room: room.account }, now), room.changes),
    { ...(posted?.order ?? order), version: 1 },
  );
}

export function refuseFor(live: PaymentOrder | undefined, until: Instant): Decision<never> {
  return toRefuse('SOMEBODY_PAYS', { payer: maskedName(live?.payerName ?? ''), until });
}

function isGoodFor(live: PaymentOrder, { toPrepaid }: Wanted, now: Instant): boolean {
  const canBePaid = live.state === 'creating' || live.state === 'live';
  return canBePaid && live.toPrepaid === toPrepaid && now + limits.orderRest < live.expiresAt;
}

function askedAgain({ _id, homeId, communityId, payerOpenid }: PaymentOrder): Changes {
  const beneficiary = { ...(payerOpenid ? { openid: payerOpenid } : {}), homeId, communityId };
  return changes({ audit: [{ what: 'orderAskedAgain', beneficiary, subjects: [`paymentOrders/${_id}`] }] });
}

interface NewOrder {
  readonly order: Omit<PaymentOrder, 'version'>;
  /** Where it needs no money. */
  readonly posted: ReturnType<typeof postPayment> | undefined;
  /** The account, the older order gone. */
  readonly room: HomeAccount;
}

function orderChanges(
  { read, household, payer }: Paying,
  { order, posted, room }: NewOrder,
  now: Instant,
): Changes {
  const { _id: orderId, homeId, communityId, amount } = order;
  const hasBills = order.choice.bills.length > 0;
  return changes({
    writes: [
      create(paymentOrders, posted?.order ?? order),
      save(homeAccounts, read, posted?.account ?? heldBy(room, order)),
    ],
    journal: posted ? [create(journals, posted.journal)] : [],
    audit: [
      {
        what: posted ? 'paymentPosted' : 'orderMade',
        beneficiary: { openid: payer.openid, homeId, communityId },
        subjects: [`paymentOrders/${orderId}`, `homeAccounts/${homeId}`],
        facts: { amount, bills: order.choice.bills.length, toPrepaid: order.toPrepaid },
      },
    ],
    topics: (posted ? topicsOfHome : topicsOfOthers)(household, payer.openid, dayOf(now)),
    due: posted
      ? hasBills
        ? [dueFor('projectBills', orderId, now)]
        : []
      : [dueFor('order', orderId, (now + limits.firstLook) as Instant)],
  });
}
