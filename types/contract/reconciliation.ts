import * as z from 'zod/mini';
import type { Day } from '../day';
import type { Fen } from '../money';
import { declareChanging, declareReading } from './declare';
import { cursor, id, sentence } from './fields';

/** What differs between our orders and WeChat Pay's bill (C10). */
export const caseCauses = [
  /** WeChat has money that no order of ours knows as paid. */
  'paidThereOnly',
  /** An order of ours is paid, WeChat's bill lacks it. */
  'paidHereOnly',
  'amountDiffers',
  /** The merchant is not the one the order was made for. */
  'merchantDiffers',
  'refundThereOnly',
  'refundHereOnly',
  'refundAmountDiffers',
  /** WeChat could not give a refund back (账户异常). */
  'refundStuck',
  /** A notice that no order fits: forged, or another system's. */
  'unknownOrder',
  /** A community total does not equal its journals. */
  'projectionDiffers',
] as const;
export type CaseCause = (typeof caseCauses)[number];

export const caseCauseNames: Readonly<Record<CaseCause, string>> = {
  paidThereOnly: '微信已收，系统未入账',
  paidHereOnly: '系统已入账，微信账单没有',
  amountDiffers: '金额不一致',
  merchantDiffers: '商户号不一致',
  refundThereOnly: '微信已退，系统没有记录',
  refundHereOnly: '系统已退，微信账单没有',
  refundAmountDiffers: '退款金额不一致',
  refundStuck: '退款没有退成',
  unknownOrder: '找不到对应的支付单',
  projectionDiffers: '汇总与凭证不一致',
};

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
