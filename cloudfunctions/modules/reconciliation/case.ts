import type { CaseCause } from '../../../types/caseCause';
import type { CaseAction } from '../../../types/contract/reconciliation';
import type { Day, Instant } from '../../../types/day';
import type { Fen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Stored } from '../../kernel/collection';

/** What a case is about: who has what. */
export interface Difference {
  readonly communityId: string;
  readonly cause: CaseCause;
  readonly day: Day;
  readonly merchantId?: string;
  readonly orderId?: string;
  readonly transactionId?: string;
  readonly refundId?: string;
  readonly homeId?: string;
  readonly place?: string;
  readonly ours?: Fen;
  readonly theirs?: Fen;
}

/** A difference (差异) that somebody must settle (C10). `_id` says what it is about: the same difference is one case. */
export interface Case extends Stored, Difference {
  readonly state: 'open' | 'resolved';
  readonly openedAt: Instant;
  /** The member of staff who looks after it. */
  readonly ownerId?: string;
  readonly resolution?: Resolution;
}

export interface Resolution {
  readonly action: CaseAction;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
}

export function caseId({ cause, merchantId, orderId, transactionId, refundId, day }: Difference): string {
  return [cause, merchantId ?? '', refundId ?? transactionId ?? orderId ?? day].join('·');
}

export function openedCase(difference: Difference, now: Instant): Omit<Case, 'version'> {
  return { _id: caseId(difference), ...difference, state: 'open', openedAt: now };
}

/**
 * What can be done about each. `credit` books the money for the home it was paid for, as prepayment; `refund` sends it back to the payer;
 * `explain` says why nothing is to be done, or what was done elsewhere.
 */
export const actionsFor: Readonly<Record<CaseCause, readonly CaseAction[]>> = {
  paidThereOnly: ['credit', 'refund', 'explain'],
  amountDiffers: ['credit', 'refund', 'explain'],
  merchantDiffers: ['explain'],
  // No home, no order: what goes back is sent back in the merchant platform.
  unknownOrder: ['explain'],
  paidHereOnly: ['explain'],
  refundThereOnly: ['explain'],
  refundHereOnly: ['explain'],
  refundAmountDiffers: ['explain'],
  refundStuck: ['explain'],
  projectionDiffers: ['explain'],
};

/** One of staff takes it on; also from a colleague. Refuses CASE_ALREADY_RESOLVED. */
export function takenOn(open: Case, staffId: string): Outcome<Case> {
  return open.state === 'open' ? granted({ ...open, ownerId: staffId }) : refused('CASE_ALREADY_RESOLVED');
}

/** Refuses CASE_ALREADY_RESOLVED, CASE_ACTION_NOT_POSSIBLE. */
export function resolved(open: Case, resolution: Resolution): Outcome<Case> {
  if (open.state === 'resolved') return refused('CASE_ALREADY_RESOLVED');
  if (!actionsFor[open.cause].includes(resolution.action)) return refused('CASE_ACTION_NOT_POSSIBLE');
  return granted({ ...open, state: 'resolved', resolution });
}
