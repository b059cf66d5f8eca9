import { addDays, type Day, type Instant, startOfDay } from '../../../types/day';
import type { Fen } from '../../../types/money';
import { type Changes, changes, create, replace, save } from '../../kernel/changes';
import { emptyAccount, homeAccountOf, homeAccounts } from '../charging';
import { journalById, journalId, journals, linesForPayment, posting } from '../ledger';
import { withPrepaid } from './account';
import { dueFor } from './dueKinds';
import type { PaymentOrder } from './order';
import { paymentOrders, refunds } from './paymentsStore';
import { moneyGoesBack, placeOf } from './posting';
import { backNumber } from './settleResult';

/** Money WeChat holds for an order of ours which no journal knows: finance decides about it in a case. */
export interface UnbookedMoney {
  readonly transactionId: string;
  readonly amount: Fen;
  /** When WeChat took it: that day's bill names it, so that day's journals must. The case knows the day. */
  readonly day: Day;
}

/** It becomes prepayment of the party the order was for. Undefined where it has been booked meanwhile. */
export async function creditUnbooked(
  order: PaymentOrder,
  { transactionId, amount, day }: UnbookedMoney,
  now: Instant,
): Promise<Changes | undefined> {
  if (await isBooked(order, transactionId)) return undefined;
  const { _id: orderId, homeId, communityId, partyId } = order;
  const account = await homeAccountOf(homeId);
  const after = withPrepaid(account ?? emptyAccount(homeId, communityId), partyId, amount);
  const journal = posting({
    _id: journalId('unclaimed', transactionId),
    communityId,
    kind: 'unclaimed',
    at: takenAt(day, now),
    day,
    source: `paymentOrders/${orderId}`,
    lines: linesForPayment({ homeId, partyId, place: placeOf(order), credits: [], toPrepaid: amount }),
  });
  return changes({
    writes: [
      save(homeAccounts, account, after),
      // The order is written too: a road that brings the same payment in this moment, or later, finds it booked.
      replace(paymentOrders, order, {
        ...order,
        creditedApart: [...(order.creditedApart ?? []), transactionId],
      }),
    ],
    journal: [create(journals, journal)],
    audit: [
      {
        what: 'unbookedCredited',
        beneficiary: { residentId: partyId, homeId, communityId },
        subjects: [`paymentOrders/${orderId}`, `homeAccounts/${homeId}`],
        facts: { amount },
      },
    ],
  });
}

/** It goes back to the payer in full. Undefined where it has been booked meanwhile. */
export async function refundUnbooked(
  order: PaymentOrder,
  { transactionId, amount, day }: UnbookedMoney,
  now: Instant,
): Promise<Changes | undefined> {
  if (await isBooked(order, transactionId)) return undefined;
  const { _id: orderId, homeId, communityId, payerOpenid } = order;
  const id = backNumber({ transactionId });
  const back = moneyGoesBack(
    { ...order, amount },
    { at: takenAt(day, now), transactionId },
    { id, cause: 'late', now },
  );
  return changes({
    writes: [
      create(refunds, { ...back.refund, cause: 'finance' }),
      replace(paymentOrders, order, { ...order, refundIds: [...(order.refundIds ?? []), id] }),
    ],
    journal: back.journals.map((journal) => create(journals, journal)),
    audit: [
      {
        what: 'unbookedGoesBack',
        beneficiary: { ...(payerOpenid ? { openid: payerOpenid } : {}), homeId, communityId },
        subjects: [`paymentOrders/${orderId}`, `refunds/${id}`],
        facts: { amount },
      },
    ],
    due: [dueFor('refund', id, now)],
  });
}

/** The last instant of the day that is known, never later than now. */
function takenAt(day: Day, now: Instant): Instant {
  return Math.min(now, startOfDay(addDays(day, 1)) - 1) as Instant;
}

async function isBooked(order: PaymentOrder, transactionId: string): Promise<boolean> {
  if (order.transactionId === transactionId) return true;
  return (await journalById(journalId('unclaimed', transactionId))) !== undefined;
}
