import type { Day } from '../../../types/day';
import type { Fen } from '../../../types/money';
import type { Moved } from '../../kernel/changes';
import type { MessageIntent, MessageKind } from '../../kernel/message';
import { type Household, memberOpenids } from '../people';
import type { PaymentOrder } from './order';

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
