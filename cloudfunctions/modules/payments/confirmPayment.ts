import type { ParsedOf } from '../../../types/contract';
import type { OrderStanding } from '../../../types/contract/payments';
import { changes } from '../../kernel/changes';
import { toDo } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { askAboutOrder, isAsked } from './askAboutOrder';
import type { OrderMade } from './beginOrder';
import type { OrderState } from './order';
import { orderById } from './paymentsStore';
import { answerStanding } from './standing';

/** WeChat may still tell something new of these. */
const undecided: readonly OrderState[] = ['creating', 'live', 'superseded'];

/** After the wallet and on every return: the phone's word counts for nothing, WeChat is asked and what it says is posted. */
export const confirmPayment: Changing<ParsedOf<'payments.confirmPayment'>, void, OrderMade, OrderStanding> = {
  // Nothing to decide or to remember: whoever asks again is answered anew.
  decide: async ({ orderId }) => toDo({ orderId }, changes({})),
  answer: async (made, context, ports) => {
    const order = await orderById(made.orderId);
    if (order && isAsked(order) && undecided.includes(order.state)) await askAboutOrder(order, ports);
    return answerStanding(made, context);
  },
};
