import { settleResult } from '../modules/payments';
import { identity } from '../platform/identity';
import { payChannel } from '../platform/pay';
import { hearPayment } from '../platform/pay/cloudpay/notice';
import { type NoticeAnswer, serveNotice } from '../platform/pay/entry';
import { realPorts } from '../platform/ports';

/** WeChat Pay tells of a payment by platform call. */
export function main(event: unknown): Promise<NoticeAnswer> {
  const road = { what: 'payNotice' as const, hear: hearPayment, settle: settleResult };
  return serveNotice(event, identity(), { road, channel: payChannel('cloudpay'), ports: realPorts });
}
