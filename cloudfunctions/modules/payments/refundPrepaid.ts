import type { ParsedOf } from '../../../types/contract';
import type { Receipt } from '../../../types/contract/payments';
import { fen } from '../../../types/money';
import { changes, create, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { homeAccountOf, homeAccounts } from '../charging';
import { journals } from '../ledger';
import { householdOf } from '../people';
import { asOf, withPrepaid } from './account';
import { type OrderMade, refuseFor } from './beginOrder';
import { dueFor } from './dueKinds';
import { paymentNumber } from './newOrder';
import { orderById, paymentOrders, refunds } from './paymentsStore';
import { answerRefund, isRefundable } from './refund';
import { decidedRefund, orderAfter, prepaidLeftOf, refundLines } from './refunding';
import { tellOfBankRefund, topicsOfHome } from './told';

/**
 * Finance gives prepayment back: what is left of that payment's own, and of the balance. Refuses REFUND_NOT_POSSIBLE, REFUND_TOO_MUCH
 * (`most`), SOMEBODY_PAYS.
 */
export const refundPrepaid: Changing<ParsedOf<'payments.refundPrepaid'>, void, OrderMade, Receipt> = {
  decide: async ({ orderId, amount, reason }, context): Promise<Decision<OrderMade>> => {
    const { caller, now, today, newId } = context;
    const order = await orderById(orderId);
    const read = order && (await homeAccountOf(order.homeId));
    if (!order || !read || !isRefundable(order, now)) return toRefuse('REFUND_NOT_POSSIBLE');
    const account = asOf(read, now);
    const { liveOrder } = account;
    if (liveOrder) return refuseFor(await orderById(liveOrder.orderId), liveOrder.expiresAt);
    const most = prepaidLeftOf(order, account);
    if (amount > most) return toRefuse('REFUND_TOO_MUCH', { most });
    const id = `R${paymentNumber(now, newId())}`;
    const taken = { lines: [], fromPrepaid: fen(amount) };
    const journalLines = refundLines(order, taken, { refundId: id, vouchers: [], today });
    const decided = decidedRefund(order, { ...taken, journalLines }, { id, reason, by: caller.openid, now });
    const { homeId, communityId, payerOpenid, partyId } = order;
    return toDo(
      { orderId },
      changes({
        writes: [
          replace(paymentOrders, order, orderAfter(order, taken, id)),
          replace(homeAccounts, read, withPrepaid(read, partyId, fen(-amount))),
          create(refunds, decided.refund),
        ],
        journal: decided.journals.map((journal) => create(journals, journal)),
        audit: [
          {
            what: 'prepaidRefundDecided',
            beneficiary: { ...(payerOpenid ? { openid: payerOpenid } : {}), homeId, communityId },
            subjects: [`refunds/${id}`, `paymentOrders/${orderId}`],
            reason,
            facts: { amount },
          },
        ],
        messages: tellOfBankRefund(order, decided.refund),
        topics: topicsOfHome(await householdOf(homeId), payerOpenid, today),
        due: decided.refund.state === 'creating' ? [dueFor('refund', id, now)] : [],
      }),
    );
  },
  answer: answerRefund,
};
