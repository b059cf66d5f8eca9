import { type Fen, fen } from '../../../../types/money';

/** What a call of cloudPay resolved with: keys in camel case, `errCode` always 0 [measured: wx-server-sdk 4.0.2]. */
export type Answer = Readonly<Record<string, unknown>>;

/**
 * What the answer really says. The SDK writes `errCode: 0` over WeChat's `err_code` and adds `:ok` to every answer, a refused one
 * included, so only the two result codes and the description are left to go by.
 */
export type Verdict =
  | { readonly kind: 'success' }
  /** WeChat understood and says no; the description tells why. */
  | { readonly kind: 'refused'; readonly description: string }
  /** WeChat did not get as far as deciding: set-up, a field, or its own trouble. */
  | { readonly kind: 'notDecided'; readonly message: string };

export function verdictOf(answer: Answer): Verdict {
  if (answer.returnCode !== 'SUCCESS')
    return { kind: 'notDecided', message: textOf(answer.returnMsg) || 'no return_code' };
  if (answer.resultCode === 'SUCCESS') return { kind: 'success' };
  return {
    kind: 'refused',
    description: textOf(answer.errCodeDes) || textOf(answer.errCode) || 'no description',
  };
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A whole number of fen, positive, given as a number or as digits. */
export function fenOf(value: unknown): Fen | undefined {
  const amount = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(amount) && (amount as number) > 0 ? fen(amount as number) : undefined;
}

/** WeChat's sentences, matched loosely: accounts and years word them differently. */
export const says = {
  paid: /已支付|ORDERPAID/,
  closed: /订单已关闭|ORDERCLOSED/,
  absent: /不存在|not exist|ORDERNOTEXIST|REFUNDNOTEXIST/i,
  numberUsed: /订单号重复|OUT_TRADE_NO_USED|与之前请求不一致|REFUND_FEE_MISMATCH/,
  paying: /支付中|USERPAYING/,
  tooEarly: /5分钟|五分钟|不能马上/,
  noTimeLeft: /time_expire|过期/,
  poor: /余额不足|NOTENOUGH/,
  spent: /已全额退款|累计退款金额大于|超过退款期限|TRADE_OVERDUE|超过50次|已退款/,
  troubled: /系统错误|系统繁忙|系统超时|SYSTEMERROR|频率|BIZERR_NEED_RETRY|请稍后|稍候/i,
} as const;
