export { asOf, prepaidOf } from './account';
export { paymentsDue } from './due';
export { dueFor } from './dueKinds';
export { makeRoom } from './makeRoom';
export { paymentNumber } from './newOrder';
export type { PaymentOrder, Refund, Voucher } from './order';
export { billsOfOrder, paidBill } from './paidBills';
export { orderById, ordersOfHandOver, paymentOrders, refunds, vouchers } from './paymentsStore';
export { postPayment } from './posting';
export { chooseFor } from './preview';
export { projectBills } from './projectBills';
export { maySeeReceipt, receipt } from './receipt';
export { receiptRow } from './receiptRow';
export {
  ordersByIds,
  ordersReceivedOn,
  refundsByIds,
  refundsDecidedOn,
} from './reconciled';
export { settleRefund } from './settleRefund';
export { settleResult } from './settleResult';
export { topicsOfHome } from './told';
export { creditUnbooked, refundUnbooked } from './unbooked';
export { voucherEnds } from './voucher';
