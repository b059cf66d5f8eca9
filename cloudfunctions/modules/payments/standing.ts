import type { OrderOutcome, OrderStanding } from '../../../types/contract/payments';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import type { OrderMade } from './beginOrder';
import type { PaymentOrder } from './order';
import { orderById, refundsOf } from './paymentsStore';

/** How an order stands, as the payer is told. One read, two where its money went back. */
export async function answerStanding(
  { orderId }: OrderMade,
  { now }: Context,
): Promise<Outcome<OrderStanding>> {
  const order = await orderById(orderId);
  if (!order) return refused('NOT_ALLOWED');
  const isLive = (order.state === 'creating' || order.state === 'live') && now < order.expiresAt;
  return granted({ orderId, outcome: await outcomeOf(order), amount: order.amount, isLive });
}

async function outcomeOf({ _id, state }: PaymentOrder): Promise<OrderOutcome> {
  if (state === 'paid') return 'paid';
  if (state === 'closed' || state === 'failed') return 'over';
  if (state !== 'returned') return 'pending';
  const back = await refundsOf(_id);
  return back.every((refund) => refund.state === 'done') ? 'returned' : 'returning';
}
