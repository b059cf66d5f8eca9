import type { RefundStatus, TradeState } from './machine';

/** A row of `pay_orders`. Money is whole fen, instants are milliseconds of business time. */
export interface Order {
  readonly id: number;
  readonly subMchId: string;
  readonly outTradeNo: string;
  /** The only user who may pay: `sub_openid`, the openid in this mini-program. */
  readonly payer: string;
  readonly totalFee: number;
  /** As last written; `stateAt` knows what time has made of it. */
  readonly state: TradeState;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly transactionId: string | null;
  readonly paidAt: number | null;
  readonly body: string;
  readonly attach: string;
  readonly deviceInfo: string;
  readonly functionName: string;
  readonly envId: string;
  /** The whole request without its nonce, for comparison when the same number comes again. */
  readonly frozen: string;
}

export interface Prepay {
  readonly prepayId: string;
  readonly orderId: number;
  readonly createdAt: number;
}

/** A row of `pay_refunds`. */
export interface Refund {
  readonly id: number;
  readonly orderId: number;
  readonly subMchId: string;
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly fee: number;
  readonly status: RefundStatus;
  readonly acceptedAt: number;
  readonly endedAt: number | null;
  /** Empty when the request named no function: then nobody is told. */
  readonly functionName: string;
  readonly envId: string;
}

/** `pending`: attempts are still to come; `accepted`: the function answered errcode 0; `given up`: the last retry failed. */
export type NoticeState = 'pending' | 'accepted' | 'given up';

/** A row of `pay_notices`: one result that a function is to be told. */
export interface Notice {
  readonly id: number;
  readonly kind: 'pay' | 'refund';
  readonly orderId: number;
  readonly refundId: number | null;
  readonly functionName: string;
  readonly envId: string;
  readonly event: string;
  readonly state: NoticeState;
  readonly createdAt: number;
  /** The attempt that waits for another notice to overtake it. */
  readonly heldAttempt: number | null;
}

/** A row of `pay_deliveries`: one attempt to tell it. */
export interface Delivery {
  readonly id: number;
  readonly noticeId: number;
  readonly attempt: number;
  readonly at: number;
  readonly outcome: 'accepted' | 'refused' | 'failed' | 'lost' | 'unanswered';
  readonly detail: string;
}

export interface Merchant {
  readonly subMchId: string;
  /** The merchant bound itself to the provider. */
  readonly isBound: boolean;
  /** It also authorised refunds, which is a second step in the merchant platform. */
  readonly mayRefund: boolean;
  readonly received: number;
  /** Refunds accepted and not closed. */
  readonly refunded: number;
  /** Paid out to the bank: no longer there to refund from. */
  readonly withdrawn: number;
}

export interface WalletEntry {
  readonly id: number;
  readonly openid: string;
  /** Negative when money leaves. */
  readonly fen: number;
  readonly at: number;
  readonly kind: 'start' | 'pay' | 'refund' | 'set';
  readonly orderId: number | null;
  readonly refundId: number | null;
}
