import * as z from 'zod/mini';
import type { Day } from '../day';
import type { Fen } from '../money';
import type { BillRow } from './charging';
import { declareChanging, declareReading } from './declare';
import { id, personName, placePart, sentence, unsignedAmount } from './fields';
import type { PaidBill, Receipt, ReceiptRow } from './payments';

/** What a home owes, as the counter sees it: every party's open bills, the longest due first. */
export interface CounterHome {
  readonly homeId: string;
  readonly place: string;
  /** By whom it is owed, by name. */
  readonly parties: readonly {
    readonly partyId: string;
    readonly name: string;
    readonly owed: Fen;
    /** The money that would pay all of it, the home's vouchers and the party's prepayment used first. */
    readonly toTake: Fen;
    readonly prepaid: Fen;
    readonly bills: readonly BillRow[];
  }[];
}

/** How an amount would be spread over a party's bills, vouchers and prepayment before money; what is left becomes prepayment. */
export interface CounterPreview {
  readonly bills: readonly PaidBill[];
  /** What vouchers and prepayment pay of the bills. */
  readonly vouchers: Fen;
  readonly prepaid: Fen;
  readonly toPrepaid: Fen;
  readonly amount: Fen;
  /** What the party still owes afterwards. */
  readonly stillOwed: Fen;
}

export type HandOverState = 'handedOver' | 'received';

/** The end of a member of staff's day at the counter (C4): what the books say, what was counted. */
export interface HandOver {
  readonly handOverId: string;
  readonly staffName: string;
  readonly day: Day;
  readonly at: number;
  readonly onBooks: Fen;
  readonly counted: Fen;
  /** counted − onBooks */
  readonly difference: Fen;
  readonly note?: string;
  readonly receipts: readonly ReceiptRow[];
  readonly state: HandOverState;
  readonly receivedBy?: string;
}

/** What is in my hands now. */
export interface CounterDay {
  readonly staffId: string;
  readonly cashInHand: Fen;
  readonly byChannel: readonly {
    readonly channel: 'cash' | 'card' | 'transfer';
    readonly amount: Fen;
    readonly count: number;
  }[];
  /** Since the last hand-over. */
  readonly receipts: readonly ReceiptRow[];
  readonly handOvers: readonly HandOver[];
}

const counterChannel = z.enum(['cash', 'card', 'transfer']);

/** Who takes money at the counter: customer service and finance. Finance receives what is handed over, never its own. */
export const counterContract = {
  'counter.findHome': declareReading<CounterHome>()(
    z.strictObject({ communityId: id, building: placePart, unit: placePart, room: placePart }),
  ),
  'counter.preview': declareReading<CounterPreview>()(
    z.strictObject({ homeId: id, partyId: id, amount: unsignedAmount }),
  ),
  /**
   * An amount of 0 pays what vouchers and prepayment pay. Refuses AMOUNT_CHANGED where bills, vouchers or prepayment moved since the preview
   * (what is expected is only compared), SOMEBODY_PAYS, NOTHING_DUE, PREPAY_TOO_MUCH.
   */
  'counter.take': declareChanging<Receipt>()(
    z.strictObject({
      homeId: id,
      partyId: id,
      channel: counterChannel,
      amount: unsignedAmount,
      /** What becomes prepayment. */
      expectedPrepaid: unsignedAmount,
      /** What vouchers and prepayment pay. */
      expectedUsed: unsignedAmount,
      payerName: personName,
      /** The terminal's slip or the transfer's number. */
      voucherNumber: z.optional(id),
      note: z.optional(sentence),
    }),
  ),
  'counter.myDay': declareReading<CounterDay>()(z.strictObject({ communityId: id })),
  'counter.handOver': declareChanging<HandOver>()(
    z.strictObject({ communityId: id, counted: unsignedAmount, note: z.optional(sentence) }),
  ),
  'counter.handOvers': declareReading<readonly HandOver[]>()(z.strictObject({ communityId: id })),
  'counter.receiveHandOver': declareChanging<HandOver>()(z.strictObject({ handOverId: id })),
} as const;
