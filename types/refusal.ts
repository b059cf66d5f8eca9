/** The closed list of refusals: each code has one sentence a person can act on. Bugs throw, refusals are returned. */
export const refusalSentences = {
  UNKNOWN_ACTION: '这个版本的小程序已过期，请退出微信后重新打开。',
  COMMUNITY_NOT_SET_UP: '小区还没有开通，请联系物业服务中心。',
  UNREACHABLE: '网络没有连上，请检查网络后重试。',
} as const;

export type RefusalCode = keyof typeof refusalSentences;

export interface Refusal {
  readonly code: RefusalCode;
  readonly sentence: string;
}

/** What an action answers: what was asked for, or a named refusal. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function granted<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(code: RefusalCode): Outcome<never> {
  return { ok: false, refusal: { code, sentence: refusalSentences[code] } };
}
