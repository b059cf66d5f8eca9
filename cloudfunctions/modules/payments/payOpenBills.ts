import type { ParsedOf } from '../../../types/contract';
import type { PayStart } from '../../../types/contract/payments';
import { fen, noFen } from '../../../types/money';
import { type Decision, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { compareExpected } from '../charging';
import { asOf } from './account';
import { answerPayStart } from './answerPayStart';
import { beginOrder, type OrderMade, refuseFor } from './beginOrder';
import type { PaymentOrder } from './order';
import { loadPaying } from './paying';
import { orderById } from './paymentsStore';
import { chooseFor, refusalOf } from './preview';

type Input = ParsedOf<'payments.payOpenBills'>;

/**
 * Row C2, one tap: all that is open for this person, or the bills named, in one order; the server decides the amount. Refuses NOTHING_DUE,
 * BILL_NOT_OPEN, AMOUNT_CHANGED (`amount`: what it is now; nothing is charged), SOMEBODY_PAYS (`payer`, `until`), PAY_UNAVAILABLE.
 */
export const payOpenBills: Changing<Input, void, OrderMade, PayStart, PaymentOrder> = {
  decide: async ({ expectedAmount, billIds }, context): Promise<Decision<OrderMade, PaymentOrder>> => {
    const paying = await loadPaying(context);
    if (!paying) return toRefuse('NOT_ALLOWED');
    const { payer, held } = paying;
    const account = asOf(paying.account, context.now);
    const { liveOrder } = account;
    if (liveOrder && liveOrder.payerOpenid !== payer.openid)
      return refuseFor(await orderById(liveOrder.orderId), liveOrder.expiresAt);
    const choosing = chooseFor(account, payer, context.today, billIds);
    if (choosing.kind === 'refused') return toRefuse(refusalOf(choosing.reason));
    const { choice } = choosing;
    const compared = compareExpected(choice, fen(expectedAmount));
    if (compared.kind === 'amountChanged') return toRefuse('AMOUNT_CHANGED', { amount: compared.amount });
    const partyId = choice.bills[0]?.liablePartyId ?? held.residentId;
    return beginOrder(paying, { choice, toPrepaid: noFen, partyId }, context);
  },
  answer: answerPayStart,
};
