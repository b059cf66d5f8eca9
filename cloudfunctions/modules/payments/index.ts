export type { PaymentOrder, Refund, Voucher } from './order';
export { billsOfOrder, paidBill } from './paidBills';
export { orderById, ordersOfHandOver, paymentOrders, refundById, refunds, vouchers } from './paymentsStore';
export { receiptRow } from './receiptRow';
