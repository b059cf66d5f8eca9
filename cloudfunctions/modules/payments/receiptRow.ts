import type { ReceiptRow } from '../../../types/contract/payments';
import { addFen, noFen, subtractFen, sumFen } from '../../../types/money';
import type { PaymentOrder } from './order';

/** A payment in a list. `refunded` is what went back to the payer as money, whatever it had paid. */
export function receiptRow(order: PaymentOrder): ReceiptRow {
  const { _id, place, amount, paidAt, createdAt, channel } = order;
  return { orderId: _id, place, amount, at: paidAt ?? createdAt, channel, refunded: refundedOf(order) };
}

function refundedOf({ amount, credits, toPrepaid, prepaidRefunded, state }: PaymentOrder) {
  if (state !== 'paid' || !credits) return noFen;
  const left = sumFen(credits.map(({ money }) => money));
  return subtractFen(amount, addFen(left, subtractFen(toPrepaid, prepaidRefunded ?? noFen)));
}
