export type { PaymentOrder, Refund, Voucher } from './order';
export { billsOfOrder, paidBill } from './paidBills';
export { orderById, paymentOrders, refundById, refunds, vouchers } from './paymentsStore';
