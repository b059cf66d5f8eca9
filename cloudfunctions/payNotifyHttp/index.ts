import { settleRefund, settleResult } from '../modules/payments';
import { type HttpResponse, serveHttpNotice } from '../platform/pay/httpEntry';
import { realPorts } from '../platform/ports';

/** WeChat Pay tells of payments and refunds by signed HTTPS (APIv3). */
export function main(event: unknown): Promise<HttpResponse> {
  return serveHttpNotice(event, { settleResult, settleRefund, ports: realPorts });
}
