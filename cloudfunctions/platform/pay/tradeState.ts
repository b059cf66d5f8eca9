import type { OrderOutcome, PaidFacts } from './port';
import { textOf } from './values';

/** WeChat's `trade_state`, the same words in both generations of its interfaces. `factsOf` reads the payment where there is one. */
export function orderOutcomeOf(tradeState: unknown, factsOf: () => PaidFacts | undefined): OrderOutcome {
  switch (tradeState) {
    case 'SUCCESS':
      return paidOf('paid', factsOf());
    case 'REFUND':
      return paidOf('refunded', factsOf());
    case 'NOTPAY':
    case 'PAYERROR':
      return { kind: 'notPaid' };
    case 'USERPAYING':
    case 'ACCEPT':
      return { kind: 'paying' };
    case 'CLOSED':
    case 'REVOKED':
      return { kind: 'closed' };
    default:
      return { kind: 'unavailable', reason: `trade_state ${textOf(tradeState)}` };
  }
}

function paidOf(kind: 'paid' | 'refunded', facts: PaidFacts | undefined): OrderOutcome {
  return facts ? { kind, ...facts } : { kind: 'unavailable', reason: 'a paid order without its facts' };
}
