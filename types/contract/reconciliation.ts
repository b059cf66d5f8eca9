import * as z from 'zod/mini';
import type { CaseCause } from '../caseCause';
import type { Day } from '../day';
import type { Fen } from '../money';
import { declareChanging, declareReading } from './declare';
import { cursor, id, sentence } from './fields';

export type CaseAction = 'credit' | 'refund' | 'explain';

export interface CaseView {
  readonly caseId: string;
  readonly communityId: string;
  readonly cause: CaseCause;
  readonly day: Day;
  readonly orderId?: string;
  readonly transactionId?: string;
  readonly refundId?: string;
  readonly place?: string;
  /** As each side has it; absent where a side has nothing. */
  readonly ours?: Fen;
  readonly theirs?: Fen;
  readonly state: 'open' | 'resolved';
  /** The member of staff who looks after it. */
  readonly owner?: string;
  /** What can be done about it. */
  readonly actions: readonly CaseAction[];
  readonly resolution?: {
    readonly action: CaseAction;
    readonly note: string;
    readonly at: number;
    readonly by: string;
  };
  readonly openedAt: number;
}

export interface ReconciledDay {
  readonly day: Day;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Rows of WeChat's bill, and how many agree. */
  readonly rows: number;
  readonly matched: number;
  readonly differences: number;
  readonly received: Fen;
  readonly refunded: Fen;
  readonly at?: number;
  readonly failure?: string;
}

const ofCommunity = z.strictObject({ communityId: id });

export const reconciliationContract = {
  'reconciliation.days': declareReading<readonly ReconciledDay[]>()(ofCommunity),
  'reconciliation.cases': declareReading<{ readonly cases: readonly CaseView[]; readonly next?: string }>()(
    z.strictObject({ communityId: id, which: z.enum(['open', 'resolved']), after: cursor }),
  ),
  'reconciliation.takeCase': declareChanging<CaseView>()(z.strictObject({ caseId: id })),
  'reconciliation.resolveCase': declareChanging<CaseView>()(
    z.strictObject({ caseId: id, action: z.enum(['credit', 'refund', 'explain']), note: sentence }),
  ),
} as const;
