import { parseOffsetTime } from '../chinaTime';
import type { PayResult, RefundResult } from '../port';
import { fenOf, textOf } from '../values';
import type { Fields } from './ask';
import { paidFactsOf } from './orders';
import { opened, type Sealed, sealIn, verdictOnSeal } from './seal';
import type { V3Settings } from './settings';

/** One notice as it came: header names in lower case, the body to the byte. */
export interface NoticeLetter {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export type Notice =
  | { readonly kind: 'payment'; readonly result: PayResult }
  | { readonly kind: 'refund'; readonly result: RefundResult }
  /** Genuine, and about nothing we asked for. */
  | { readonly kind: 'other'; readonly event: string }
  /** To be answered 4xx. WeChat itself sends forged ones now and then, to see whether anybody looks. */
  | {
      readonly kind: 'refused';
      readonly reason: 'unsigned' | 'forged' | 'unknownKey' | 'stale' | 'unreadable' | 'sealed';
    };

type Keys = Pick<V3Settings, 'wechatKeys' | 'apiKey'>;

/** Proves, opens and reads a notice. The same one again within five minutes is the same result: posting it once is settled there. */
export function readNotice({ headers, body }: NoticeLetter, keys: Keys, now: number): Notice {
  const seal = sealIn(headers);
  if (!seal) return { kind: 'refused', reason: 'unsigned' };
  const verdict = verdictOnSeal(seal, body, { keys: keys.wechatKeys, now });
  if (verdict !== 'genuine') return { kind: 'refused', reason: verdict };
  const letter = fieldsIn(body);
  const event = textOf(letter?.event_type);
  if (!letter || !event) return { kind: 'refused', reason: 'unreadable' };
  const text = opened((letter.resource ?? {}) as Sealed, keys.apiKey);
  if (text === undefined) return { kind: 'refused', reason: 'sealed' };
  const fields = fieldsIn(text);
  if (!fields) return { kind: 'refused', reason: 'unreadable' };
  if (event === 'TRANSACTION.SUCCESS') return paymentOf(fields);
  return event.startsWith('REFUND.') ? refundOf(fields) : { kind: 'other', event };
}

function paymentOf(fields: Fields): Notice {
  const facts = paidFactsOf(fields);
  const outTradeNo = textOf(fields.out_trade_no);
  if (!facts || !outTradeNo || fields.trade_state !== 'SUCCESS')
    return { kind: 'refused', reason: 'unreadable' };
  return { kind: 'payment', result: { channel: 'wechatpay-v3', outTradeNo, ...facts } };
}

const ends: Readonly<Record<string, RefundResult['end']>> = {
  SUCCESS: 'done',
  CLOSED: 'closed',
  ABNORMAL: 'abnormal',
};

function refundOf(fields: Fields): Notice {
  const end = ends[textOf(fields.refund_status)];
  const amount = fenOf((fields.amount as Fields | undefined)?.refund);
  const at = parseOffsetTime(textOf(fields.success_time));
  const names = {
    outTradeNo: textOf(fields.out_trade_no),
    outRefundNo: textOf(fields.out_refund_no),
    merchantId: textOf(fields.mchid),
    refundId: textOf(fields.refund_id),
  };
  if (!end || amount === undefined || Object.values(names).includes(''))
    return { kind: 'refused', reason: 'unreadable' };
  const result = { channel: 'wechatpay-v3' as const, ...names, amount, end, ...(at ? { at } : {}) };
  return { kind: 'refund', result };
}

function fieldsIn(json: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}
