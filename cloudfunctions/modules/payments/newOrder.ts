import { dayOf, type Instant } from '../../../types/day';
import { addFen, type Fen, noFen } from '../../../types/money';
import { limits } from '../../kernel/limits';
import type { PaymentChoice } from '../charging';
import type { Payee } from '../community';
import type { PaymentOrder } from './order';

export interface Ordering {
  /** Becomes the out_trade_no. */
  readonly id: string;
  readonly communityId: string;
  readonly homeId: string;
  readonly place: string;
  readonly communityName: string;
  readonly payer: { readonly openid: string; readonly name: string };
  readonly payee: Payee;
  readonly partyId: string;
  readonly choice: PaymentChoice;
  readonly toPrepaid: Fen;
  /** What the party may have prepaid at most; given where something becomes prepayment. */
  readonly prepaidMost?: Fen;
  readonly now: Instant;
}

/** What WeChat takes as out_trade_no and out_refund_no under both drivers: day and chance, 6–32 of `0-9A-Za-z`. */
export function paymentNumber(now: Instant, newId: string): string {
  // Two letters of our ids WeChat does not take; what little chance that costs is not missed among 128 bits.
  const letters = newId.replaceAll('-', '0').replaceAll('_', '1');
  return `${dayOf(now).replaceAll('-', '')}${letters}`.slice(0, 32);
}

/** A new order through WeChat, all that WeChat will be asked with frozen in it. Without money to be paid it asks nobody. */
export function newOrder(ordering: Ordering): Omit<PaymentOrder, 'version'> {
  const { id, payer, payee, choice, toPrepaid, now, communityName, ...about } = ordering;
  const expiresAt = (now + limits.orderLife) as Instant;
  const amount = addFen(choice.amount, toPrepaid);
  const order: Omit<PaymentOrder, 'version'> = {
    ...about,
    _id: id,
    state: 'creating',
    payerOpenid: payer.openid,
    payerName: payer.name,
    payeeId: payee.payeeId,
    channel: amount === noFen ? 'prepaid' : 'wechat',
    choice,
    toPrepaid,
    amount,
    createdAt: now,
    expiresAt,
  };
  if (amount === noFen) return order;
  return {
    ...order,
    ask: {
      channel: payee.channel,
      merchantId: payee.merchantId,
      description: `${communityName}${about.place}${toPrepaid > 0 ? '预存' : '缴费'}`,
      // WeChat takes this where the payer's own address is not known, as in a function.
      ip: '127.0.0.1',
      timeStart: now,
      timeExpire: expiresAt,
    },
  };
}
