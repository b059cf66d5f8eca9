import type { WalletParameters } from '../../../types/contract/payments';
import type { Day, Instant } from '../../../types/day';
import type { Fen } from '../../../types/money';
import type { Ports } from '../../kernel/ports';

export type { WalletParameters };

/**
 * The one port to WeChat Pay. Two drivers stand behind it; every order keeps the name of the one it was made with, because an
 * order of cloudPay is not there for the merchant's own key, and the other way round.
 */
export const payChannelNames = ['cloudpay', 'wechatpay-v3'] as const;
export type PayChannelName = (typeof payChannelNames)[number];

/** No outcome throws: what WeChat may answer, or fail to answer, is one of the kinds. A throw is a bug of ours. */
export interface PayChannel {
  readonly name: PayChannelName;
  /** Repeatable: the same order brings a fresh prepay of the same payment, as long as no field has changed. */
  createPrepay(order: PrepayOrder): Promise<PrepayOutcome>;
  queryOrder(order: OrderReference): Promise<OrderOutcome>;
  /** WeChat refuses it within five minutes of the order (`tooEarly`). */
  closeOrder(order: OrderReference): Promise<CloseOutcome>;
  /** Repeatable with the same number; `accepted` is not yet `done`. */
  refund(refund: RefundOrder): Promise<RefundOutcome>;
  queryRefund(refund: RefundReference): Promise<RefundQueryOutcome>;
  /** The merchant's trades of one day: from 10:00 of the next day, for three months. */
  downloadBill(bill: BillReference): Promise<BillOutcome>;
}

/** Which order, and whose: nothing is there for another merchant. */
export interface OrderReference {
  /** 6–32 characters of `0-9A-Za-z`: good for both drivers. */
  readonly outTradeNo: string;
  /** cloudPay: the sub-merchant; APIv3: the merchant itself. */
  readonly merchantId: string;
}

/** All of it frozen with the order before WeChat is asked: a second try must be the same to the letter. */
export interface PrepayOrder extends OrderReference {
  readonly payerOpenid: string;
  /** At least 1. */
  readonly amount: Fen;
  /** What the wallet shows; longer than 127 bytes is cut at a character. */
  readonly description: string;
  readonly startsAt: Instant;
  /** At least a minute after `startsAt`. It only stops payment; the order is still to be closed. */
  readonly expiresAt: Instant;
  /** The payer's address, or 127.0.0.1. */
  readonly payerIp: string;
}

/** Nobody knows whether it was done: ask again, with the same number. `reason` is for developers. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly reason: string;
}

/** WeChat will not do it however often it is asked: set-up, rights, a field. For developers and finance. */
export interface Rejected {
  readonly kind: 'rejected';
  readonly reason: string;
}

export type PrepayOutcome =
  | { readonly kind: 'ready'; readonly wallet: WalletParameters }
  /** The number is paid: ask `queryOrder`. */
  | { readonly kind: 'alreadyPaid' }
  | { readonly kind: 'closed' }
  /** Too little time is left, or none: the order needs a new number. */
  | { readonly kind: 'expired' }
  /** The number was used with other fields: the order needs a new number, and this one is to be looked into. */
  | { readonly kind: 'differs' }
  | Rejected
  | Unavailable;

/** What WeChat says of a payment that happened. */
export interface PaidFacts {
  readonly transactionId: string;
  /** What the order asked, whatever coupons of WeChat paid of it. */
  readonly amount: Fen;
  /** To the second. */
  readonly at: Instant;
  readonly merchantId: string;
  /** Who paid, in this mini-program. */
  readonly payerOpenid: string;
}

export type OrderOutcome =
  | ({ readonly kind: 'paid' } & PaidFacts)
  /** Paid, and a refund of it was accepted at some time; which and how much, `queryRefund` says. */
  | ({ readonly kind: 'refunded' } & PaidFacts)
  /** Can still be paid until it expires. A failed attempt counts as this. */
  | { readonly kind: 'notPaid' }
  /** The payer is typing, or the bank is thinking. */
  | { readonly kind: 'paying' }
  | { readonly kind: 'closed' }
  /** WeChat has no such order: the prepay never reached it. */
  | { readonly kind: 'unknown' }
  | Unavailable;

export type CloseOutcome =
  /** Closed now or before: it can never be paid again. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'alreadyPaid' }
  | { readonly kind: 'tooEarly' }
  | { readonly kind: 'paying' }
  | { readonly kind: 'unknown' }
  | Unavailable;

export interface RefundReference extends OrderReference {
  /** 6–64 characters of `0-9A-Za-z`. */
  readonly outRefundNo: string;
}

/** Frozen before WeChat is asked. At most 50 refunds of one order, within a year. */
export interface RefundOrder extends RefundReference {
  /** Of the whole order. */
  readonly total: Fen;
  /** At least 1. */
  readonly amount: Fen;
  /** The payer reads it; longer than 80 bytes is cut at a character. */
  readonly reason: string;
}

export type RefundOutcome =
  | { readonly kind: 'accepted'; readonly refundId: string }
  /** The merchant's account holds too little; the same number again after it was filled. */
  | { readonly kind: 'notEnoughFunds' }
  /** Not paid, paid back already, more than is left, too often, too late: another number helps no more. */
  | { readonly kind: 'notRefundable'; readonly reason: string }
  /** The number was used with another amount or order. */
  | { readonly kind: 'differs' }
  | Rejected
  | Unavailable;

export type RefundQueryOutcome =
  | { readonly kind: 'done'; readonly refundId: string; readonly amount: Fen; readonly at?: Instant }
  | { readonly kind: 'processing' }
  /** The money stays with the merchant. */
  | { readonly kind: 'closed' }
  /** The money cannot go back the way it came (card closed): finance settles it in the merchant platform. */
  | { readonly kind: 'abnormal' }
  /** WeChat knows of the refund and tells nothing more (cloudPay on some accounts): the next day's bill decides. */
  | { readonly kind: 'notTold' }
  | { readonly kind: 'unknown' }
  | Unavailable;

export interface BillReference {
  readonly merchantId: string;
  readonly day: Day;
}

export type BillOutcome =
  | { readonly kind: 'bill'; readonly rows: readonly BillRow[] }
  /** Nobody paid that day; before 9:00 of the next day also that nothing is made yet. */
  | { readonly kind: 'noBill' }
  /** Being made. */
  | { readonly kind: 'notYet' }
  /** Refused whole: one row that cannot be read makes every sum doubtful. */
  | { readonly kind: 'malformed'; readonly problem: BillProblem; readonly line: number }
  | Rejected
  | Unavailable;

export type BillProblem =
  | 'empty'
  | 'headingMissing'
  | 'fieldsMissing'
  | 'amountUnreadable'
  | 'timeUnreadable'
  | 'stateUnknown'
  | 'numberUnreadable'
  | 'summaryMissing'
  | 'summaryUnreadable'
  | 'summaryDiffers'
  | 'rowTwice';

export type BillRow = BillPayment | BillRefund;

export interface BillPayment {
  readonly kind: 'payment';
  readonly merchantId: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly payerOpenid: string;
  /** What the order asked. */
  readonly amount: Fen;
  readonly at: Instant;
}

export interface BillRefund {
  readonly kind: 'refund';
  readonly merchantId: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly payerOpenid: string;
  readonly outRefundNo: string;
  readonly refundId: string;
  /** What the refund asked; positive. */
  readonly amount: Fen;
  readonly state: 'done' | 'processing' | 'failed';
  /** Acceptance of the refund. */
  readonly at: Instant;
}

/** A payment as one of the roads brings it. Number, merchant and amount are still to be compared with the order. */
export interface PayResult extends PaidFacts {
  readonly channel: PayChannelName;
  readonly outTradeNo: string;
}

/** The end of a refund as a notice or a query brings it. */
export interface RefundResult extends RefundReference {
  readonly channel: PayChannelName;
  readonly refundId: string;
  readonly amount: Fen;
  readonly end: 'done' | 'closed' | 'abnormal';
  readonly at?: Instant;
}

/**
 * `taken`: it need not be told again (credited, refused with a case, or known already). `again`: nothing could be committed;
 * WeChat is to tell it once more.
 */
export interface SettleAnswer {
  readonly kind: 'taken' | 'again';
}

/** What modules/payments gives the entries: one posting, whichever road the result came by. */
export type SettleResult = (result: PayResult, ports: Ports) => Promise<SettleAnswer>;
export type SettleRefund = (result: RefundResult, ports: Ports) => Promise<SettleAnswer>;
