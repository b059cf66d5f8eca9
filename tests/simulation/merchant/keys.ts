import { createCipheriv, createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { merchantUrl } from '../stage/transport';

const apiKey = '0123456789abcdef0123456789abcdef';
const serial = 'PUB_KEY_ID_0119000001092026';
const certificate = 'MERCHANTSERIAL';

/** Whose hand has signed: WeChat's own, or somebody's who has no key of WeChat's. */
export type Hand = 'wechat' | 'stranger';

export interface Letter {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Signable {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: string;
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (key: KeyObject, type: 'pkcs8' | 'spki') => key.export({ type: type as 'spki', format: 'pem' });

/** The keys of one merchant of APIv3 and of WeChat, made for this process. What they sign is no part of what a seed repeats. */
export class Keys {
  private readonly merchant = pair();
  private readonly hands = { wechat: pair(), stranger: pair() };

  constructor(
    readonly merchantId: string,
    readonly appid: string,
  ) {}

  /** The environment variables by which the product reaches the merchant's account. */
  get variables(): Readonly<Record<string, string>> {
    const { merchantId, appid, merchant, hands } = this;
    const ours = {
      APPID: appid,
      MCHID: merchantId,
      CERTIFICATE_SERIAL: certificate,
      PRIVATE_KEY: String(pem(merchant.privateKey, 'pkcs8')),
      API_KEY: apiKey,
      WECHAT_KEYS: JSON.stringify({ [serial]: pem(hands.wechat.publicKey, 'spki') }),
      NOTIFY_URL: 'https://pay.example.com/pay/notify',
      ORIGIN: merchantUrl,
    };
    const named = Object.entries(ours).map(([name, value]) => [`WECHATPAY_V3_${name}`, value]);
    return Object.fromEntries(named);
  }

  /** Has the merchant signed this request, as WeChat checks it. */
  isGenuine(authorization: string, { method, path, body }: Signable): boolean {
    const found = [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    const proof = Object.fromEntries(found) as Record<string, string>;
    const signed = `${method}\n${path}\n${proof.timestamp}\n${proof.nonce_str}\n${body}\n`;
    const isOurs = proof.mchid === this.merchantId && proof.serial_no === certificate;
    return isOurs && this.isMerchants(signed, proof.signature ?? '');
  }

  /** Has the merchant signed these words. */
  isMerchants(text: string, signature: string): boolean {
    return createVerify('RSA-SHA256').update(text).verify(this.merchant.publicKey, signature, 'base64');
  }

  /** The headers by which WeChat proves what it says. `now`: business time. */
  seal(body: string, now: number, hand: Hand = 'wechat'): Readonly<Record<string, string>> {
    const timestamp = String(Math.floor(now / 1000));
    const nonce = 'n'.repeat(32);
    const text = `${timestamp}\n${nonce}\n${body}\n`;
    const signature = createSign('RSA-SHA256').update(text).sign(this.hands[hand].privateKey, 'base64');
    return {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-signature': signature,
      'wechatpay-serial': serial,
    };
  }

  /** A notice: what it tells is sealed with the merchant's APIv3 key, the letter signed. */
  notice(event: string, resource: object, now: number, hand: Hand = 'wechat'): Letter {
    const nonce = 'n'.repeat(12);
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiKey), Buffer.from(nonce));
    cipher.setAAD(Buffer.from('transaction'));
    const bytes = [cipher.update(JSON.stringify(resource), 'utf8'), cipher.final(), cipher.getAuthTag()];
    const ciphertext = Buffer.concat(bytes).toString('base64');
    const sealed = { algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: 'transaction', nonce };
    const body = JSON.stringify({ id: 'n', event_type: event, resource: sealed });
    return { body, headers: this.seal(body, now, hand) };
  }
}
