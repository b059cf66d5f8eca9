import type { Reach } from '../../kernel/access';
import { orderById } from './paymentsStore';

/** The order an input names: belongs to its home, and to whoever paid or pays it. */
export const reachOrder: Reach<{ readonly orderId: string }> = async ({ orderId }) => {
  const order = await orderById(orderId);
  if (!order) return undefined;
  const { communityId, homeId, payerOpenid } = order;
  return { kind: 'record', communityId, homeId, people: payerOpenid === undefined ? [] : [payerOpenid] };
};
