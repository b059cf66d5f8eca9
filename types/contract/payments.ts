import * as z from 'zod/mini';
import type { Purpose } from '../charge';
import type { Fen } from '../money';
import type { Period } from '../period';
import { declareChanging, declareReading } from './declare';
import { cursor, day, id, positiveAmount, sentence, unsignedAmount } from './fields';
import type { WhoAmI } from './people';
import type { TicketRow } from './tickets';

/** What the phone hands to wx.requestPayment, as WeChat gave it. */
export interface WalletParameters {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'MD5' | 'HMAC-SHA256' | 'RSA';
  readonly paySign: string;
}

/** One bill in a preview or a receipt. */
export interface PaidBill {
  readonly billId: string;
  readonly itemName: string;
  readonly purpose: Purpose;
  readonly period: Period;
  readonly principal: Fen;
  readonly lateFee: Fen;
  readonly vouchers: Fen;
  readonly prepaid: Fen;
  readonly money: Fen;
  /** Of a receipt: the bill still owed something afterwards. */
  readonly isInPart?: true;
}

/** What one tap would pay now. `amount` is what the phone sends back as `expectedAmount`; it is only ever compared. */
export interface PaymentPreview {
  readonly homeId: string;
  readonly amount: Fen;
  readonly bills: readonly PaidBill[];
  /** Sums over the bills. */
  readonly vouchers: Fen;
  readonly prepaid: Fen;
  readonly lateFee: Fen;
}

/** Somebody is paying for this home right now. */
export interface LiveOrderView {
  readonly orderId: string;
  readonly isMine: boolean;
  /** 王* */
  readonly payer: string;
  readonly until: number;
  readonly amount: Fen;
}

/** The last thing this person paid for the home, for 本月已缴清. */
export interface LastReceipt {
  readonly orderId: string;
  readonly amount: Fen;
  readonly at: number;
}

/** The home screen's one call: who I am, what is due, what just happened. */
export interface HomeScreen {
  readonly me: WhoAmI;
  /** Absent where no home is bound, or the home is under objection. */
  readonly home?: {
    readonly homeId: string;
    readonly communityId: string;
    readonly place: string;
    readonly communityName: string;
    readonly servicePhone?: string;
    /** Absent where nothing is due. Questioned bills are not in it. */
    readonly due?: PaymentPreview;
    readonly questioned: number;
    /** What this person's parties have prepaid. */
    readonly prepaid: Fen;
    readonly live?: LiveOrderView;
    readonly lastReceipt?: LastReceipt;
    /** All of mine that is on its way back; the receipt of the newest, none where that money came too late and was never credited. */
    readonly refunding?: { readonly orderId?: string; readonly amount: Fen };
    /** What is going on, the newest three; absent where nothing is. */
    readonly tickets?: readonly TicketRow[];
  };
  readonly unreadMessages: number;
}

/** How a payment began. `paid` at once where vouchers and prepayment cover it all. */
export type PayStart =
  | {
      readonly kind: 'wallet';
      readonly orderId: string;
      readonly amount: Fen;
      readonly expiresAt: number;
      readonly wallet: WalletParameters;
    }
  | { readonly kind: 'paid'; readonly orderId: string; readonly amount: Fen };

/**
 * `pending`: not paid as far as anybody knows; `paid`; `returning`/`returned`: money came too late or twice and goes back; `over`: closed
 * without money.
 */
export type OrderOutcome = 'pending' | 'paid' | 'returning' | 'returned' | 'over';

export interface OrderStanding {
  readonly orderId: string;
  readonly outcome: OrderOutcome;
  readonly amount: Fen;
  readonly isLive: boolean;
}

export type PayChannelName = 'wechat' | 'cash' | 'card' | 'transfer' | 'prepaid';

/** What one line of a bill, or the late fee that came with it, was paid, by purse; of a refund: what of that went back. */
export interface PaidLine {
  readonly billId: string;
  /** The line's number in its bill. */
  readonly line: number | 'lateFee';
  readonly vouchers: Fen;
  readonly prepaid: Fen;
  readonly money: Fen;
}

export interface ReceiptRefund {
  readonly refundId: string;
  readonly amount: Fen;
  /** Of `amount`, what came out of the prepaid balance. */
  readonly fromPrepaid: Fen;
  readonly state: 'onItsWay' | 'done' | 'stuck';
  readonly at: number;
  readonly reason: string;
  /** What went back of which line; none where prepayment went back, or money that had never been credited. */
  readonly lines: readonly PaidLine[];
}

/** A receipt (收据): payee, payer, lines, numbers. */
export interface Receipt {
  readonly orderId: string;
  /** `SJ20261123-…`, printed on it. */
  readonly receiptNumber: string;
  readonly homeId: string;
  readonly communityName: string;
  readonly place: string;
  readonly payeeName: string;
  /** In full to the payer and finance, masked to the rest of the home. */
  readonly payerName: string;
  readonly channel: PayChannelName;
  readonly takenBy?: string;
  /** WeChat's transaction number, where there is one. */
  readonly transactionId?: string;
  readonly paidAt: number;
  readonly bills: readonly PaidBill[];
  /** What is left of the payment, line by line, after all refunds: no more of a line can be given back. */
  readonly left: readonly PaidLine[];
  /** Of `amount`, what became prepayment. */
  readonly toPrepaid: Fen;
  /** Of `toPrepaid`, what can still be given back: neither returned nor used up. For those who give back; absent where nothing was prepaid. */
  readonly prepaidLeft?: Fen;
  readonly amount: Fen;
  readonly refunds: readonly ReceiptRefund[];
  readonly invoice?: { readonly invoiceId: string; readonly state: InvoiceState; readonly number?: string };
  /** May the asker ask for an invoice now. */
  readonly canAskInvoice: boolean;
}

export type InvoiceState = 'asked' | 'issued' | 'toBeRedFlushed' | 'redFlushed';

export interface ReceiptRow {
  readonly orderId: string;
  readonly place: string;
  readonly amount: Fen;
  readonly at: number;
  readonly channel: PayChannelName;
  readonly refunded: Fen;
}

export interface ReceiptPage {
  readonly receipts: readonly ReceiptRow[];
  readonly next?: string;
}

/** What may be prepaid (预存): a year of what this home pays per month, within the community's cap. */
export interface PrepayOffer {
  readonly homeId: string;
  readonly balance: Fen;
  /** What the property fee comes to per month by the last bill; 0 where none was made yet. */
  readonly monthly: Fen;
  readonly year: Fen;
  readonly most: Fen;
}

const line = z.union([z.int().check(z.positive()), z.literal('lateFee')]);
/** As many as one order takes. */
const billIds = z.optional(z.array(id).check(z.minLength(1), z.maxLength(100)));

export const paymentsContract = {
  /** Without `homeId`: the first home. */
  'payments.seeHome': declareReading<HomeScreen>()(z.strictObject({ homeId: z.optional(id) })),
  'payments.preview': declareReading<PaymentPreview>()(z.strictObject({ homeId: id, billIds })),
  /** Refuses AMOUNT_CHANGED, NOTHING_DUE, BILL_NOT_OPEN, SOMEBODY_PAYS, PAY_UNAVAILABLE. */
  'payments.payOpenBills': declareChanging<PayStart>()(
    z.strictObject({ homeId: id, expectedAmount: unsignedAmount, billIds }),
  ),
  'payments.prepayOffer': declareReading<PrepayOffer>()(z.strictObject({ homeId: id })),
  'payments.prepay': declareChanging<PayStart>()(z.strictObject({ homeId: id, amount: positiveAmount })),
  /** The payer came back from the wallet without paying: the order makes room at once. */
  'payments.cancelOrder': declareChanging<OrderStanding>()(z.strictObject({ orderId: id })),
  /** After the wallet and on every return: the server asks WeChat and posts what it finds. */
  'payments.confirmPayment': declareChanging<OrderStanding>()(z.strictObject({ orderId: id })),
  'payments.receipt': declareReading<Receipt>()(z.strictObject({ orderId: id })),
  /** What I paid myself, for whichever home, newest first; also where I live no more. */
  'payments.myReceipts': declareReading<ReceiptPage>()(z.strictObject({ after: cursor })),

  'payments.homeReceipts': declareReading<ReceiptPage>()(z.strictObject({ homeId: id, after: cursor })),
  /** By finance, naming lines; `afterwards` says what becomes of the bill. */
  'payments.refund': declareChanging<Receipt>()(
    z.strictObject({
      orderId: id,
      lines: z
        .array(z.strictObject({ billId: id, line, amount: positiveAmount }))
        .check(z.minLength(1), z.maxLength(200)),
      afterwards: z.enum(['reopen', 'adjust']),
      reason: sentence,
    }),
  ),
  'payments.refundPrepaid': declareChanging<Receipt>()(
    z.strictObject({ orderId: id, amount: positiveAmount, reason: sentence }),
  ),
  'payments.grantVoucher': declareChanging<{ readonly voucherId: string }>()(
    z.strictObject({ homeId: id, amount: positiveAmount, expiresOn: day, reason: sentence }),
  ),
} as const;
