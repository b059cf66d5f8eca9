import * as z from 'zod/mini';
import type { BillState, Purpose } from '../charge';
import type { Day, Month } from '../day';
import type { Fen, Quantity, Rate } from '../money';
import type { DayRange, Period } from '../period';
import { declareChanging, declareReading } from './declare';
import { amount, cursor, id, month, sentence } from './fields';

/** A bill in a list. */
export interface BillRow {
  readonly billId: string;
  readonly homeId: string;
  readonly itemName: string;
  readonly purpose: Purpose;
  readonly period: Period;
  readonly amount: Fen;
  /** What is still owed of it, without late fee. */
  readonly outstanding: Fen;
  /** What a payment today would carry as late fee. */
  readonly lateFee: Fen;
  readonly dueOn: Day;
  readonly isOverdue: boolean;
  readonly state: BillState;
  /** How the amount came about; of open bills in their list, and there of the first ones (`limits.billsWithLines`). */
  readonly lines?: readonly BillLineMath[];
  /** The meter's two readings the use lies between. */
  readonly meter?: MeterSpan;
}

/** What a meter showed where a bill begins and where it ends; `from` is absent where it was replaced in between. */
export interface MeterSpan {
  readonly from?: Quantity;
  readonly to: Quantity;
  readonly readOn: Day;
}

/** How far a tiered meter has come since its cycle began, this bill's use the last of it. In the meter's units. */
export interface TierUse {
  readonly cycle: 'year' | 'month';
  /** Before this bill's use. */
  readonly before: Quantity;
  readonly used: Quantity;
  /** Where each tier but the last ends, rising. */
  readonly limits: readonly Quantity[];
  readonly unit: string;
}

/** Unit price × quantity (× duration), the days and the basis, as the law wants it shown (明码标价). */
export interface BillLineView {
  readonly no: number;
  readonly kind: 'charge' | 'reduction' | 'adjustment';
  readonly text: string;
  readonly range: DayRange;
  readonly amount: Fen;
  readonly basis: string;
  readonly price?: Rate;
  readonly quantity?: Quantity;
  readonly unit?: string;
  readonly duration?: { readonly months: number } | { readonly days: number; readonly ofDays: number };
  readonly permille?: number;
}

/** A line without its days and basis: what a list has room for. */
export type BillLineMath = Omit<BillLineView, 'range' | 'basis' | 'kind'>;

export interface BillQuestionView {
  readonly text: string;
  readonly askedAt: number;
  readonly answer?: string;
  readonly answeredAt?: number;
}

export interface BillView extends Omit<BillRow, 'lines'> {
  readonly communityId: string;
  readonly communityName: string;
  /** `3栋2单元1201` */
  readonly place: string;
  readonly payeeName: string;
  /** The meter's number, the parking space's. */
  readonly subjectName?: string;
  readonly range: DayRange;
  readonly lines: readonly BillLineView[];
  /** Of a meter whose price rises with the use. */
  readonly tiers?: TierUse;
  readonly credits: readonly { readonly on: Day; readonly amount: Fen }[];
  readonly question?: BillQuestionView;
  /** Why it was voided or reissued, and by which bill it is followed. */
  readonly closing?: { readonly reason: string; readonly followedBy?: string };
}

export interface BillPage {
  readonly bills: readonly BillRow[];
  /** With what is open: what one tap of this person would pay now. Absent where nothing is due, and for staff. */
  readonly due?: BillsDue;
  readonly next?: string;
}

/** What paying comes to: `principal + lateFee = vouchers + prepaid + amount`. */
export interface BillsDue {
  readonly principal: Fen;
  readonly lateFee: Fen;
  readonly vouchers: Fen;
  readonly prepaid: Fen;
  /** What the phone sends back as `expectedAmount`. */
  readonly amount: Fen;
}

/** One version of a price, in words and in numbers (C13). */
export interface PriceVersion {
  readonly from: Day;
  readonly to?: Day;
  readonly basis: string;
  readonly isCurrent: boolean;
  /** Flat: one row. Tiered: one row a tier, then the extras. */
  readonly rows: readonly {
    readonly text: string;
    readonly price: Rate;
    readonly unit: string;
    /** In the meter's units; absent on the last tier. */
    readonly upTo?: Quantity;
  }[];
}

export interface PriceItem {
  readonly chargeItemId: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly payeeName: string;
  readonly versions: readonly PriceVersion[];
}

export interface PriceDisclosure {
  readonly communityName: string;
  readonly items: readonly PriceItem[];
}

export type BillRunState = 'drafting' | 'drafted' | 'publishing' | 'published';

/** One monthly run (C1). */
export interface BillRunView {
  readonly billRunId: string;
  readonly communityId: string;
  readonly month: Month;
  readonly state: BillRunState;
  /** Homes done and all of them: progress with a number. */
  readonly homesDone: number;
  readonly homes: number;
  readonly bills: number;
  readonly sum: Fen;
  readonly sumByItem: readonly { readonly itemName: string; readonly bills: number; readonly sum: Fen }[];
  readonly outliers: number;
  readonly unbillable: number;
  readonly startedAt: number;
  readonly publishedAt?: number;
  /** When it publishes itself, if nobody objects before. */
  readonly publishesAt?: number;
  /** The work on it failed too often and was given up: begun (or published) again it goes on. */
  readonly isStuck?: true;
}

export type OutlierKind = 'muchMore' | 'muchLess' | 'nothingNow' | 'firstTime';

/** A row finance should look at before publishing. */
export interface BillRunRow {
  readonly rowId: string;
  readonly place: string;
  readonly itemName: string;
  readonly billId?: string;
  readonly amount?: Fen;
  readonly lastAmount?: Fen;
  readonly outlier?: OutlierKind;
  /** Why there is no bill, as a sentence. */
  readonly unbillable?: string;
  readonly day?: Day;
}

export interface BillRunRowPage {
  readonly rows: readonly BillRunRow[];
  readonly next?: string;
}

/** A question that waits for an answer. */
export interface QuestionRow {
  readonly billId: string;
  readonly place: string;
  readonly itemName: string;
  readonly period: Period;
  readonly amount: Fen;
  readonly text: string;
  readonly askedAt: number;
}

/** How a community is billed. */
export interface BillingSettings {
  /** A drafted run publishes itself a day later. */
  readonly autoPublish: boolean;
  /** Electricity and water are collected for the supplier: only with its authority (物业管理条例 44). */
  readonly collectsUtilities: boolean;
  /** On which day of the month a run begins by itself, and for which month; absent: by hand. */
  readonly billing?: { readonly day: number; readonly of: 'thisMonth' | 'lastMonth' };
  /** When the next run begins by itself. */
  readonly nextAt?: number;
}

const ofCommunity = z.strictObject({ communityId: id });
const ofBill = z.strictObject({ billId: id });

export const chargingContract = {
  /** What is open for this person, all at once; or what is settled (paid, void, reissued), newest first, by pages. */
  'charging.bills': declareReading<BillPage>()(
    z.strictObject({ homeId: id, which: z.enum(['open', 'settled']), after: cursor }),
  ),
  'charging.bill': declareReading<BillView>()(ofBill),
  'charging.prices': declareReading<PriceDisclosure>()(ofCommunity),
  'charging.questionBill': declareChanging<BillView>()(z.strictObject({ billId: id, text: sentence })),

  'charging.answerQuestion': declareChanging<BillView>()(z.strictObject({ billId: id, answer: sentence })),
  'charging.questions': declareReading<{ readonly rows: readonly QuestionRow[]; readonly next?: string }>()(
    z.strictObject({ communityId: id, after: cursor }),
  ),
  'charging.billRuns': declareReading<readonly BillRunView[]>()(ofCommunity),
  'charging.billRun': declareReading<BillRunView>()(z.strictObject({ billRunId: id })),
  'charging.billRunRows': declareReading<BillRunRowPage>()(
    z.strictObject({
      billRunId: id,
      which: z.enum(['outliers', 'unbillable', 'bills']),
      after: cursor,
    }),
  ),
  'charging.startBillRun': declareChanging<BillRunView>()(z.strictObject({ communityId: id, month })),
  'charging.publishBillRun': declareChanging<BillRunView>()(z.strictObject({ billRunId: id })),
  'charging.billingSettings': declareReading<BillingSettings>()(ofCommunity),
  /** All of them at once; without `billing` no run begins by itself. */
  'charging.setBilling': declareChanging<BillingSettings>()(
    z.strictObject({
      communityId: id,
      autoPublish: z.boolean(),
      collectsUtilities: z.boolean(),
      // The 28th is the latest that every month has.
      billing: z.optional(
        z.strictObject({ day: z.int().check(z.gte(1), z.lte(28)), of: z.enum(['thisMonth', 'lastMonth']) }),
      ),
    }),
  ),
  'charging.voidBill': declareChanging<BillView>()(z.strictObject({ billId: id, reason: sentence })),
  'charging.reissueBill': declareChanging<BillView>()(z.strictObject({ billId: id, reason: sentence })),
  'charging.adjustBill': declareChanging<BillView>()(
    z.strictObject({ billId: id, line: z.int().check(z.positive()), amount, reason: sentence }),
  ),
} as const;
