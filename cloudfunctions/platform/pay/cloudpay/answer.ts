import { textOf } from '../values';

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
