import type { Instant } from '../../../types/day';
import type { Due } from '../../kernel/changes';
import { limits } from '../../kernel/limits';

/** What the tick looks after for payments, by order, refund or voucher. */
export type PaymentDueKind = 'order' | 'refund' | 'projectBills' | 'voucherExpiry';

export function dueFor(kind: PaymentDueKind, key: string, at: Instant | 'never'): Due {
  return { kind, key, at };
}

/** The older a question, the seldomer it is asked: half its age again, from half a minute to an hour. */
export function nextLook(since: Instant, now: Instant): Instant {
  const pause = Math.min(Math.max((now - since) / 2, limits.firstLook), limits.seldomestLook);
  return Math.round(now + pause) as Instant;
}
