import type { Purpose } from '../../../types/charge';
import type { Day, Instant } from '../../../types/day';
import type { Fen } from '../../../types/money';
import type { Period } from '../../../types/period';
import type { Stored } from '../../kernel/collection';
import type { Credit, LateFeeTerms } from './lateFee';

/** What is still owed of one charge line, reductions and adjustments taken in. */
export interface OwedLine {
  readonly no: number;
  readonly owed: Fen;
}

/** A bill as its home's account holds it while it is to be paid. */
export interface OpenBill {
  readonly billId: string;
  readonly itemName: string;
  readonly purpose: Purpose;
  readonly period: Period;
  readonly liablePartyId: string;
  readonly dueOn: Day;
  readonly amount: Fen;
  /** Towards the bill itself, late fees not counted. */
  readonly credits: readonly Credit[];
  /** Line by line, in the order of their numbers, so that a payment needs no bill to be read. Sums to amount less credits. */
  readonly owed: readonly OwedLine[];
  readonly lateFee?: LateFeeTerms;
  readonly lateFeePaid: Fen;
  /** Somebody asked about it: out of one-tap until answered. */
  readonly isQuestioned: boolean;
}

/** A voucher (抵扣券) as its home's account holds it. */
export interface HeldVoucher {
  readonly voucherId: string;
  /** What is left of it. */
  readonly rest: Fen;
  /** Its last day. */
  readonly expiresOn: Day;
  /** The order that holds it: no other one may use it. */
  readonly reservedBy?: string;
}

/** The home's one live order. */
export interface LiveOrder {
  readonly orderId: string;
  readonly payerOpenid: string;
  readonly choice: PaymentChoice;
  readonly expiresAt: Instant;
}

/** homeAccounts/{home}: what is open, aggregate, lock and summary in one (房屋账户). `_id` is the home's. */
export interface HomeAccount extends Stored {
  readonly communityId: string;
  readonly openBills: readonly OpenBill[];
  /** By party: what one owner has prepaid never pays for the next. */
  readonly prepaid: readonly { readonly partyId: string; readonly amount: Fen }[];
  readonly vouchers: readonly HeldVoucher[];
  readonly liveOrder?: LiveOrder;
}

/** What a payment does to one bill: `principal + lateFee = vouchers + prepaid + money`. */
export interface ChosenBill {
  readonly billId: string;
  readonly liablePartyId: string;
  readonly principal: Fen;
  readonly lateFee: Fen;
  readonly vouchers: readonly { readonly voucherId: string; readonly amount: Fen }[];
  readonly prepaid: Fen;
  readonly money: Fen;
}

/** What one tap pays, as the order freezes it. In the order of dueness, whatever order the bills lie in. */
export interface PaymentChoice {
  readonly bills: readonly ChosenBill[];
  /** To be paid through the channel; 0 where vouchers and prepayment pay it all. */
  readonly amount: Fen;
}

/** A home's account before anything was ever owed or prepaid there; version 0 is "not there yet". */
export function emptyAccount(homeId: string, communityId: string): HomeAccount {
  return { _id: homeId, version: 0, communityId, openBills: [], prepaid: [], vouchers: [] };
}
