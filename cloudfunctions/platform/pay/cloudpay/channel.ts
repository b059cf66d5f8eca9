import type { PayChannel } from '../port';
import { downloadBill } from './bill';
import { closeOrder, createPrepay, queryOrder } from './orders';
import { queryRefund, refund } from './refunds';

/** WeChat Pay through the platform (云调用): no keys of our own, orders in the platform's service-provider mode. */
export const cloudPay: PayChannel = {
  name: 'cloudpay',
  createPrepay,
  queryOrder,
  closeOrder,
  refund,
  queryRefund,
  downloadBill,
};
