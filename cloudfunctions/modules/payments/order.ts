import type { WalletParameters } from '../../../types/contract/payments';
import type { Day, Instant } from '../../../types/day';
import type { Fen } from '../../../types/money';
import type { Stored } from '../../kernel/collection';
import type { PayChannelName } from '../../platform/pay/port';
import type { LineCredit, PaymentChoice } from '../charging';

/**
 * creating → live → paid; a payer who cancels or chooses anew makes it `superseded` at once, the tick makes it `closed` at WeChat;
 * `failed` where WeChat refused to make it. Money that comes for a superseded, closed or failed order is credited where all is still
 * as it was frozen (then `paid`), otherwise it goes back (`returned`). `paid`, `closed`, `failed` and `returned` are ends.
 */
export type OrderState = 'creating' | 'live' | 'superseded' | 'paid' | 'closed' | 'failed' | 'returned';

/** What WeChat is asked with: decided once, so that a crash at any arrow resumes with the same order. */
export interface FrozenAsk {
  readonly channel: PayChannelName;
  readonly merchantId: string;
  readonly description: string;
  /** spbill_create_ip. */
  readonly ip: string;
  readonly timeStart: Instant;
  readonly timeExpire: Instant;
}

/** One attempt to pay (支付单). `_id` is the out_trade_no: at most 32 of `A–Z a–z 0–9 _ -`. Counter payments are orders too. */
export interface PaymentOrder extends Stored {
  readonly communityId: string;
  readonly homeId: string;
  readonly place: string;
  readonly state: OrderState;
  /** The WeChat account that pays; none at the counter. */
  readonly payerOpenid?: string;
  readonly payerName: string;
  /** Who owes what is paid; the one whose prepayment it becomes. */
  readonly partyId: string;
  readonly payeeId: string;
  readonly channel: 'wechat' | 'cash' | 'card' | 'transfer' | 'prepaid';
  /** Frozen: bills, vouchers, prepayment, amount. No bills where one only prepays. */
  readonly choice: PaymentChoice;
  /** Bills of it that still owed something afterwards: only the counter pays in part. */
  readonly inPart?: readonly string[];
  /** What becomes prepayment; `choice.amount + toPrepaid` is what the channel takes. */
  readonly toPrepaid: Fen;
  /** Frozen where money becomes prepayment through the channel: what the party may have prepaid at most, this money included. */
  readonly prepaidMost?: Fen;
  /** What the channel takes. 0 where vouchers and prepayment cover all. */
  readonly amount: Fen;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly ask?: FrozenAsk;
  /** What WeChat answered; the phone opens the wallet with it, never before it stands here. */
  readonly prepay?: WalletParameters;
  readonly paidAt?: Instant;
  readonly transactionId?: string;
  /** WeChat's numbers of payments that finance has credited as prepayment from a case: whichever road tells of them later, they are booked. */
  readonly creditedApart?: readonly string[];
  /** With what each line was paid, less what refunds took back; once paid. */
  readonly credits?: readonly LineCredit[];
  /** Of `toPrepaid`, what was given back. */
  readonly prepaidRefunded?: Fen;
  readonly refundIds?: readonly string[];
  readonly invoiceId?: string;
  /** At the counter: the member of staff, and the hand-over the money went with. */
  readonly takenBy?: { readonly staffId: string; readonly openid: string; readonly name: string };
  readonly handOverId?: string;
  readonly voucherNumber?: string;
  readonly note?: string;
}

/** creating → asked → done | stuck. Asked again under the same number until the channel has confirmed it. */
export type RefundState = 'creating' | 'asked' | 'done' | 'stuck';

/** Money on its way back. `_id` is the out_refund_no. */
export interface Refund extends Stored {
  readonly communityId: string;
  readonly homeId: string;
  readonly orderId: string;
  readonly place: string;
  readonly state: RefundState;
  /** To whom it goes back; none for money of the counter, which finance gives back by bank transfer. */
  readonly payerOpenid?: string;
  /** Through which channel of WeChat it goes back, and of whose money; none for money of the counter. */
  readonly ask?: Pick<FrozenAsk, 'channel' | 'merchantId'>;
  readonly amount: Fen;
  /** The whole of what the order took: WeChat asks for it. */
  readonly total: Fen;
  /** Why: `late` and `doubled` go back by themselves, the rest by finance. */
  readonly cause: 'late' | 'doubled' | 'finance';
  readonly reason: string;
  /** What was taken off which line; none where money goes back that was never credited. */
  readonly lines: readonly LineCredit[];
  readonly fromPrepaid: Fen;
  readonly createdAt: Instant;
  readonly doneAt?: Instant;
  /** The member of finance who decided it; none where it goes back by itself. */
  readonly by?: string;
  /** WeChat's number for it, once accepted. */
  readonly channelRefundId?: string;
  /** Why it is stuck, in WeChat's words. */
  readonly problem?: string;
}

/** A voucher (抵扣券) as it lies on disk; what is left of it stands in the home's account. */
export interface Voucher extends Stored {
  readonly communityId: string;
  readonly homeId: string;
  readonly amount: Fen;
  /** Its last day. */
  readonly expiresOn: Day;
  readonly reason: string;
  readonly grantedAt: Instant;
}
