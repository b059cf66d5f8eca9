import {
  type CipherGCMTypes,
  createDecipheriv,
  createSign,
  createVerify,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** SHA256 with RSA, in base64. */
export function signed(text: string, key: KeyObject): string {
  return createSign('RSA-SHA256').update(text).sign(key, 'base64');
}

/** The four headers by which WeChat proves an answer or a notice. */
export interface Seal {
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
  readonly serial: string;
}

export type SealVerdict = 'genuine' | 'forged' | 'unknownKey' | 'stale';

/** WeChat: older ones are to be refused, so that an overheard one cannot be used for long. Milliseconds. */
const longestAge = 5 * 60_000;

/** Is it WeChat who said this, and just now. `body` is to the byte as it came. */
export function verdictOnSeal(
  seal: Seal,
  body: string,
  { keys, now }: { readonly keys: ReadonlyMap<string, KeyObject>; readonly now: number },
): SealVerdict {
  const key = keys.get(seal.serial);
  if (!key) return 'unknownKey';
  const text = `${seal.timestamp}\n${seal.nonce}\n${body}\n`;
  const isGenuine = createVerify('RSA-SHA256').update(text).verify(key, seal.signature, 'base64');
  if (!isGenuine || !/^\d{1,12}$/.test(seal.timestamp)) return 'forged';
  return Math.abs(now - Number(seal.timestamp) * 1000) <= longestAge ? 'genuine' : 'stale';
}

/** Header names in lower case; undefined where one of the four is missing. */
export function sealIn(headers: Readonly<Record<string, string | undefined>>): Seal | undefined {
  const timestamp = headers['wechatpay-timestamp'];
  const nonce = headers['wechatpay-nonce'];
  const signature = headers['wechatpay-signature'];
  const serial = headers['wechatpay-serial'];
  return timestamp && nonce && signature && serial ? { timestamp, nonce, signature, serial } : undefined;
}

/** What a notice carries. */
export interface Sealed {
  readonly algorithm: string;
  readonly ciphertext: string;
  readonly associated_data?: string;
  readonly nonce: string;
}

const tagLength = 16;

/** AEAD_AES_256_GCM: the last 16 bytes are the tag. Undefined where key, text or tag do not fit. */
export function opened({ ciphertext, associated_data, nonce }: Sealed, key: Buffer): string | undefined {
  const bytes = Buffer.from(String(ciphertext ?? ''), 'base64');
  if (bytes.length < tagLength) return undefined;
  try {
    const algorithm = `aes-${key.length * 8}-gcm` as CipherGCMTypes;
    const decipher = createDecipheriv(algorithm, key, Buffer.from(String(nonce)), {
      authTagLength: tagLength,
    });
    decipher.setAuthTag(bytes.subarray(-tagLength));
    decipher.setAAD(Buffer.from(associated_data ?? ''));
    const text = Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return undefined;
  }
}

export function newNonce(): string {
  return randomBytes(16).toString('hex');
}
