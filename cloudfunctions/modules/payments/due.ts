import type { Instant } from '../../../types/day';
import type { DueHandler } from '../../kernel/due';
import { limits } from '../../kernel/limits';
import type { PaymentDueKind } from './dueKinds';
import { lookAfterOrder } from './lookAfterOrder';
import { lookAfterRefund } from './lookAfterRefund';
import { lookAfterVoucher } from './lookAfterVoucher';
import { orderById } from './paymentsStore';
import { projectBills } from './projectBills';

/** What the tick does for payments. */
export const paymentsDue: Readonly<Record<PaymentDueKind, DueHandler>> = {
  order: lookAfterOrder,
  refund: lookAfterRefund,
  voucherExpiry: lookAfterVoucher,
  projectBills: async (orderId, ports) => {
    const order = await orderById(orderId);
    if (!order) return 'never';
    const billIds = order.choice.bills.map(({ billId }) => billId);
    const isDone = await projectBills({ homeId: order.homeId, billIds, orderId }, ports);
    return isDone ? 'never' : ((ports.now() + limits.tickRetry) as Instant);
  },
};
