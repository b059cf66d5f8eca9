import type { Day } from '../../../types/day';
import { type Fen, noFen } from '../../../types/money';
import type { Moved } from '../../kernel/changes';
import type { MessageIntent, MessageKind } from '../../kernel/message';
import { type Household, memberOpenids } from '../people';
import type { PaymentOrder, Refund } from './order';

/** Whoever paid is told; a payment at the counter has its receipt in hand. */
export function tellPayer(
  { _id, place, payerOpenid }: Pick<PaymentOrder, '_id' | 'place' | 'payerOpenid'>,
  kind: Extract<MessageKind, 'paymentReceived' | 'moneyReturned'>,
  amount: Fen,
): readonly MessageIntent[] {
  if (payerOpenid === undefined) return [];
  const words = { place, amount, orderId: _id };
  return [{ to: { openid: payerOpenid }, kind, words, page: `receipt?orderId=${_id}` }];
}

/** Money of the counter is on its way by bank transfer: the resident it was taken from is told, on WeChat or by staff. */
export function tellOfBankRefund(
  { _id, place, payerOpenid, partyId }: Pick<PaymentOrder, '_id' | 'place' | 'payerOpenid' | 'partyId'>,
  { amount, state }: Pick<Refund, 'amount' | 'state'>,
): readonly MessageIntent[] {
  // What was paid in the app is told once WeChat has given it back.
  if (payerOpenid !== undefined || state !== 'done' || amount <= noFen) return [];
  const words = { place, amount, orderId: _id, by: 'bank' };
  return [{ to: { residentId: partyId }, kind: 'moneyReturned', words, page: `receipt?orderId=${_id}` }];
}

/** As `topicsOfHome`, but for the payer's own: the phone that pays knows, and has better to do than to ask again. */
export function topicsOfOthers(household: Household, payerOpenid: string, today: Day): readonly Moved[] {
  return topicsOfHome(household, undefined, today).filter(({ openid }) => openid !== payerOpenid);
}

/** Open pages about bills and payments ask again: every member's of the home, and the payer's, who may live elsewhere. */
export function topicsOfHome(
  household: Household | undefined,
  payerOpenid: string | undefined,
  today: Day,
): readonly Moved[] {
  const members = household ? memberOpenids(household, today) : [];
  const openids = new Set([...members, ...(payerOpenid === undefined ? [] : [payerOpenid])]);
  return [...openids].flatMap((openid): readonly Moved[] => [
    { openid, topic: 'bills' },
    { openid, topic: 'payments' },
  ]);
}
