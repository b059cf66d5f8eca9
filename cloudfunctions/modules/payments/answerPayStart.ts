import type { PayStart } from '../../../types/contract/payments';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Ports } from '../../kernel/ports';
import type { Context } from '../../kernel/routes';
import type { OrderMade } from './beginOrder';
import { beginPrepay } from './beginPrepay';
import type { PaymentOrder } from './order';
import { orderById } from './paymentsStore';
import { projectBills } from './projectBills';

/** How a payment began. Goes on where it stands: an order that WeChat was not asked for yet is asked for, under the same number. */
export async function answerPayStart(
  { orderId }: OrderMade,
  { now }: Context,
  ports: Ports,
  known?: PaymentOrder,
): Promise<Outcome<PayStart>> {
  const order = known ?? (await orderById(orderId));
  if (!order) return refused('ORDER_OVER');
  if (order.state !== 'creating') return startOf(order, now, ports);
  const begun = await beginPrepay(order, ports);
  return begun.ok ? startOf(begun.value, now, ports) : begun;
}

async function startOf(order: PaymentOrder, now: number, ports: Ports): Promise<Outcome<PayStart>> {
  const { _id: orderId, homeId, amount, expiresAt, prepay, choice } = order;
  if (order.state === 'live' && prepay && now < expiresAt)
    return granted({ kind: 'wallet', orderId, amount, expiresAt, wallet: prepay });
  if (order.state !== 'paid') return refused('ORDER_OVER');
  if (order.channel === 'prepaid')
    await projectBills({ homeId, orderId, billIds: choice.bills.map(({ billId }) => billId) }, ports);
  return granted({ kind: 'paid', orderId, amount });
}
