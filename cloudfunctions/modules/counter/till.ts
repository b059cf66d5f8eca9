import type { HandOverState } from '../../../types/contract/counter';
import type { Day, Instant } from '../../../types/day';
import { addFen, type Fen, noFen, subtractFen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Stored } from '../../kernel/collection';

export const counterChannels = ['cash', 'card', 'transfer'] as const;
export type CounterChannel = (typeof counterChannels)[number];

export interface Taken {
  readonly amount: Fen;
  readonly count: number;
}

/**
 * What one member of staff has taken since the last hand-over. `_id` is the staff member's. Every payment at the counter writes it, so that
 * one person's payments are serial and the sum is exact; every order carries the hand-over it will go with (`handOverId`).
 */
export interface Till extends Stored {
  readonly communityId: string;
  /** Counts the hand-overs: 1 is the first. */
  readonly number: number;
  readonly taken: Readonly<Record<CounterChannel, Taken>>;
}

/** The day's money of one member of staff (交款). `_id` is staff member·number. */
export interface HandOverRecord extends Stored {
  readonly communityId: string;
  readonly staffId: string;
  readonly staffOpenid: string;
  readonly staffName: string;
  readonly day: Day;
  readonly at: Instant;
  readonly taken: Till['taken'];
  /** The cash that was counted; card and transfer do not pass through hands. */
  readonly counted: Fen;
  readonly note?: string;
  readonly state: HandOverState;
  readonly receivedBy?: { readonly openid: string; readonly name: string; readonly at: Instant };
}

const nothing: Taken = { amount: noFen, count: 0 };

export function newTill(staffId: string, communityId: string): Omit<Till, 'version'> {
  return {
    _id: staffId,
    communityId,
    number: 1,
    taken: { cash: nothing, card: nothing, transfer: nothing },
  };
}

export function handOverIdOf({ _id, number }: Pick<Till, '_id' | 'number'>): string {
  return `${_id}·${number}`;
}

/** The till with one more payment in it. */
export function withTaken<T extends Omit<Till, 'version'>>(till: T, channel: CounterChannel, amount: Fen): T {
  const before = till.taken[channel];
  const after = { amount: addFen(before.amount, amount), count: before.count + 1 };
  return { ...till, taken: { ...till.taken, [channel]: after } };
}

/**
 * The end of a day at the counter (C4): what the till holds becomes a hand-over, and the till begins anew. Refuses NO_CASH_TO_HAND_OVER
 * where nothing was taken.
 */
export function handOver(
  till: Till,
  by: { readonly openid: string; readonly name: string; readonly counted: Fen; readonly note?: string },
  { now, today }: { readonly now: Instant; readonly today: Day },
): Outcome<{ readonly till: Till; readonly handOver: Omit<HandOverRecord, 'version'> }> {
  if (counterChannels.every((channel) => till.taken[channel].count === 0))
    return refused('NO_CASH_TO_HAND_OVER');
  const next = { ...till, ...newTill(till._id, till.communityId), number: till.number + 1 };
  return granted({
    till: next,
    handOver: {
      _id: handOverIdOf(till),
      communityId: till.communityId,
      staffId: till._id,
      staffOpenid: by.openid,
      staffName: by.name,
      day: today,
      at: now,
      taken: till.taken,
      counted: by.counted,
      ...(by.note === undefined ? {} : { note: by.note }),
      state: 'handedOver',
    },
  });
}

/** Counted less what the books say; negative where cash is missing. */
export function differenceOf({ counted, taken }: Pick<HandOverRecord, 'counted' | 'taken'>): Fen {
  return subtractFen(counted, taken.cash.amount);
}

/** Finance has the cash in hand. Refuses HAND_OVER_ALREADY_RECEIVED, HAND_OVER_OWN: nobody signs for the own money. */
export function received(
  record: HandOverRecord,
  by: NonNullable<HandOverRecord['receivedBy']>,
  staffId: string | undefined,
): Outcome<HandOverRecord> {
  if (record.state === 'received') return refused('HAND_OVER_ALREADY_RECEIVED');
  // The same person with another WeChat account is still the same.
  if (record.staffOpenid === by.openid || record.staffId === staffId) return refused('HAND_OVER_OWN');
  return granted({ ...record, state: 'received', receivedBy: by });
}
