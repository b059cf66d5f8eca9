import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/**
 * The merchant's own access to WeChat Pay, from environment variables. One merchant: two sets of keys would not fit in the 4 KB
 * that WeChat Cloud gives a function's variables.
 */
export interface V3Settings {
  readonly appid: string;
  readonly merchantId: string;
  /** Serial number of the merchant's API certificate. */
  readonly certificateSerial: string;
  readonly privateKey: KeyObject;
  /** APIv3 key, 32 bytes: opens what notices hold. */
  readonly apiKey: Buffer;
  /** By which WeChat signs: `PUB_KEY_ID_…` or the serial of a platform certificate → key. While one is replaced, both. */
  readonly wechatKeys: ReadonlyMap<string, KeyObject>;
  /** Where notices come: https, no query. The HTTP access service's route to payNotifyHttp. */
  readonly notifyUrl: string;
  readonly origin: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const prefix = 'WECHATPAY_V3_';
const v3Variables = [
  'APPID',
  'MCHID',
  'CERTIFICATE_SERIAL',
  'PRIVATE_KEY',
  'API_KEY',
  'WECHAT_KEYS',
  'NOTIFY_URL',
] as const;

/** The settings, or in a sentence for the operator what is wrong with them; never what stood there. */
export function readV3Settings(variables: Variables): V3Settings | { readonly problem: string } {
  const missing = v3Variables.filter((name) => !variables[prefix + name]);
  if (missing.length > 0) return { problem: `not set: ${missing.map((name) => prefix + name).join(', ')}` };
  const value = (name: (typeof v3Variables)[number]) => variables[prefix + name] ?? '';
  const apiKey = Buffer.from(value('API_KEY'));
  if (apiKey.length !== 32) return { problem: `${prefix}API_KEY must have 32 bytes` };
  const origin = variables[`${prefix}ORIGIN`] || 'https://api.mch.weixin.qq.com';
  if (!isSafe(origin)) return { problem: `${prefix}ORIGIN must be https` };
  try {
    return {
      appid: value('APPID'),
      merchantId: value('MCHID'),
      certificateSerial: value('CERTIFICATE_SERIAL'),
      privateKey: createPrivateKey(pemOf(value('PRIVATE_KEY'))),
      apiKey,
      wechatKeys: keysOf(value('WECHAT_KEYS')),
      notifyUrl: value('NOTIFY_URL'),
      origin,
    };
  } catch {
    return { problem: `${prefix}PRIVATE_KEY or ${prefix}WECHAT_KEYS cannot be read` };
  }
}

/** JSON `{"PUB_KEY_ID_…": "-----BEGIN PUBLIC KEY-----…", "<serial>": "-----BEGIN CERTIFICATE-----…"}`. */
function keysOf(json: string): ReadonlyMap<string, KeyObject> {
  const entries = Object.entries(JSON.parse(json) as Record<string, string>);
  if (entries.length === 0) throw new Error('no key');
  return new Map(entries.map(([id, pem]) => [id, createPublicKey(pemOf(pem))]));
}

/** Consoles keep a variable on one line. */
function pemOf(text: string): string {
  return text.replaceAll('\\n', '\n');
}

/** Without encryption only to a server on this machine, which is a test's. */
function isSafe(origin: string): boolean {
  return /^https:\/\/[^/]+$/.test(origin) || /^http:\/\/127\.0\.0\.1:\d+$/.test(origin);
}
