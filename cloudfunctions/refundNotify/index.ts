import { settleRefund } from '../modules/payments';
import { identity } from '../platform/identity';
import { payChannel } from '../platform/pay';
import { hearRefund } from '../platform/pay/cloudpay/notice';
import { type NoticeAnswer, serveNotice } from '../platform/pay/entry';
import { realPorts } from '../platform/ports';

/** WeChat Pay tells how a refund ended by platform call. */
export function main(event: unknown): Promise<NoticeAnswer> {
  const road = { what: 'refundNotice' as const, hear: hearRefund, settle: settleRefund };
  return serveNotice(event, identity(), { road, channel: payChannel('cloudpay'), ports: realPorts });
}
