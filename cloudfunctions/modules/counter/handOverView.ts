import type { HandOver } from '../../../types/contract/counter';
import { ordersOfHandOver, receiptRow } from '../payments';
import { differenceOf, type HandOverRecord } from './till';

/** A hand-over with the payments it is the sum of. One read. */
export async function handOverView(record: HandOverRecord): Promise<HandOver> {
  const receipts = (await ordersOfHandOver(record.staffId, record._id)).map(receiptRow);
  return { ...handOverHead(record), receipts };
}

/** The same without its payments, for lists. */
export function handOverHead(record: HandOverRecord): HandOver {
  const { _id, staffName, day, at, taken, counted, note, state, receivedBy } = record;
  return {
    handOverId: _id,
    staffName,
    day,
    at,
    onBooks: taken.cash.amount,
    counted,
    difference: differenceOf(record),
    ...(note === undefined ? {} : { note }),
    receipts: [],
    state,
    ...(receivedBy ? { receivedBy: receivedBy.name } : {}),
  };
}
