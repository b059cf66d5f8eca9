import { CloudError } from '../core/errors';
import type { FaultRule } from '../core/faults';
import type { PayAnswer } from './answers';

/** The points this room draws faults at, and what each kind does there. */
export const faultPoints = {
  'pay.unifiedOrder': {
    'paid-early': 'the payer pays and the function is told before the order call answers',
    latency: 'the answer takes `ms` longer (real time)',
    error: '`code` (SYSTEMERROR) and nothing has happened',
    'answer-lost': '`code` (SYSTEMERROR) although the order stands',
    throw: 'the call itself fails with `message` (wx api error: -1)',
  },
  'pay.query': {
    latency: 'queryOrder and queryRefund take `ms` longer (real time)',
    error: '`code` (SYSTEMERROR)',
    throw: 'the call itself fails with `message` (wx api error: -1)',
  },
  'pay.closeOrder': {
    latency: 'the answer takes `ms` longer (real time)',
    error: '`code` (SYSTEMERROR) and nothing has happened',
    'answer-lost': '`code` (SYSTEMERROR) although the order is closed',
    throw: 'the call itself fails with `message` (wx api error: -1)',
  },
  'pay.refund': {
    latency: 'the answer takes `ms` longer (real time)',
    error: '`code` (SYSTEMERROR) and nothing has happened',
    'answer-lost': '`code` (SYSTEMERROR) although the refund is accepted',
    throw: 'the call itself fails with `message` (wx api error: -1)',
    slow: 'the refund ends `ms` after its acceptance (business time)',
    change: 'the refund ends as CHANGE: the money cannot go back the way it came',
    closed: 'the refund ends as REFUNDCLOSE: the money stays with the merchant',
  },
  'pay.downloadBill': {
    latency: 'the answer takes `ms` longer (real time)',
    error: 'error_code 20003 (SYSTEMERROR)',
    throw: 'the call itself fails with `message` (wx api error: -1)',
  },
  'pay.wallet': {
    slow: 'the bank takes `ms` (business time); until then the order is USERPAYING although the sheet said ok',
    error: 'the bank refuses: PAYERROR, and the sheet says `message`',
  },
  'pay.notice': {
    lost: 'this attempt never reaches the function',
    unanswered: 'the function runs, its answer does not come back',
    late: 'this attempt comes `ms` later (business time)',
    duplicate: 'this attempt comes twice: at the same instant, or `ms` apart (business time)',
    reorder: 'this attempt waits until another notice has overtaken it, a minute at most',
  },
} as const;

/** Runs one call of cloudPay under the faults that struck it. `refuse` words a refusal for this interface. */
export async function underFaults(
  faults: readonly FaultRule[],
  run: () => Promise<PayAnswer>,
  refuse: (code: string, description: string) => PayAnswer,
): Promise<PayAnswer> {
  for (const fault of faults) {
    if (fault.kind === 'latency') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000));
    if (fault.kind === 'throw') throw new CloudError('SYS_ERR', fault.message ?? 'wx api error: -1');
    if (fault.kind === 'error') return refused(fault, refuse);
  }
  const answer = await run();
  const lost = faults.find((fault) => fault.kind === 'answer-lost');
  return lost ? refused(lost, refuse) : answer;
}

function refused(fault: FaultRule, refuse: (code: string, description: string) => PayAnswer): PayAnswer {
  return refuse(fault.code ?? 'SYSTEMERROR', fault.message ?? '系统错误');
}
