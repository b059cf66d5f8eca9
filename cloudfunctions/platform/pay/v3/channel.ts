import type { PayChannel } from '../port';
import { downloadBill } from './bill';
import { closeOrder, createPrepay, queryOrder } from './orders';
import { queryRefund, refund } from './refunds';

/** WeChat Pay by the merchant's own keys (APIv3): a firm refund state, and notices by signed HTTPS. */
export const wechatPayV3: PayChannel = {
  name: 'wechatpay-v3',
  createPrepay,
  queryOrder,
  closeOrder,
  refund,
  queryRefund,
  downloadBill,
};
