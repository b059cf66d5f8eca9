import type { Identifiers } from './identifiers';
import { providerKey, type SignType, signatureOf } from './signatures';

/** Snake_case JSON as WeChat Pay answers it; a bill is text or, zipped, bytes. */
export type PayAnswer = Record<string, unknown> | string | Uint8Array;

/** [measured] Tencent's own provider, under which all of cloudPay runs. */
export const provider = { mchId: '1800008281', appid: 'wxd2d16a504f24665e' } as const;

/** What `wx.requestPayment` takes. */
export interface Payment {
  readonly appId: string;
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: SignType;
  readonly paySign: string;
}

/** Words the answers. Everything is signed with the provider's key, as the real ones are; nobody but the wallet can check it. */
export class Answers {
  constructor(
    private readonly appid: string,
    private readonly identifiers: Identifiers,
  ) {}

  success(subMchId: string, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return this.signed(subMchId, { result_code: 'SUCCESS', ...fields });
  }

  refused(subMchId: string, code: string, description: string): Record<string, unknown> {
    return this.signed(subMchId, { result_code: 'FAIL', err_code: code, err_code_des: description });
  }

  malformed(reason: string, errorCode?: string): Record<string, unknown> {
    const answer = { return_code: 'FAIL', return_msg: reason };
    return errorCode === undefined ? answer : { ...answer, error_code: errorCode };
  }

  /** [measured] With no prepay id the package is `prepay_id=` and everything else looks right: the trap of a failed order. */
  payment(prepayId: string, now: number, signType: SignType = 'MD5', nonceStr?: string): Payment {
    const unsigned = {
      appId: this.appid,
      timeStamp: String(Math.floor(now / 1000)),
      nonceStr: nonceStr ?? this.identifiers.nonce(),
      package: `prepay_id=${prepayId}`,
      signType,
    };
    return { ...unsigned, paySign: this.paySignOf(unsigned) };
  }

  /** Signed over appId, timeStamp, nonceStr, package and signType [document]. */
  paySignOf(payment: Omit<Payment, 'paySign'>): string {
    const { appId, timeStamp, nonceStr, package: prepay, signType } = payment;
    const parameters = { appId, timeStamp, nonceStr, package: prepay, signType };
    return signatureOf(parameters, providerKey(this.appid), signType);
  }

  private signed(subMchId: string, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const answer = {
      return_code: 'SUCCESS',
      return_msg: 'OK',
      appid: provider.appid,
      mch_id: provider.mchId,
      sub_appid: this.appid,
      sub_mch_id: subMchId,
      nonce_str: this.identifiers.nonce(),
      ...fields,
    };
    return { ...answer, sign: signatureOf(answer, providerKey(this.appid)) };
  }
}
