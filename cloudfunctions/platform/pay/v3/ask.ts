import type { Unavailable } from '../port';
import { newNonce, sealIn, signed, verdictOnSeal } from './seal';
import { readV3Settings, type V3Settings } from './settings';
import { exchange, type HttpAnswer } from './transport';

export type Fields = Readonly<Record<string, unknown>>;

/** What WeChat said: what was asked for, or why not. */
export type Said =
  | { readonly kind: 'done'; readonly fields: Fields; readonly settings: V3Settings }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly message: string }
  | Unavailable;

export interface Question {
  readonly method: 'GET' | 'POST';
  /** With its query, encoded. */
  readonly path: string;
  readonly merchantId: string;
  readonly body?: (settings: V3Settings) => Fields;
}

/** One signed question to the merchant API; an answer that WeChat has not signed is none. */
export async function askMerchantApi({ method, path, merchantId, body }: Question): Promise<Said> {
  const settings = readV3Settings(process.env);
  if ('problem' in settings) return unavailable(settings.problem);
  if (settings.merchantId !== merchantId)
    return unavailable(`the keys are those of ${settings.merchantId}, not of ${merchantId}`);
  const sent = body ? JSON.stringify(body(settings)) : '';
  try {
    const url = new URL(path, settings.origin);
    const headers = requestHeaders({ method, url, body: sent }, settings);
    return read(await exchange({ method, url, headers, ...(sent ? { body: sent } : {}) }), settings);
  } catch (error) {
    return unavailable(`${method} ${path.split('?')[0]}: ${String(error)}`);
  }
}

/** A file the merchant API named, with the settings it was asked by: signed on our side, unsigned on WeChat's. */
export async function downloadFile(address: string, settings: V3Settings): Promise<Buffer | Unavailable> {
  try {
    const url = new URL(address);
    const headers = requestHeaders({ method: 'GET', url, body: '' }, settings);
    const { status, body } = await exchange({ method: 'GET', url, headers });
    return status === 200 ? body : unavailable(`the bill's file: HTTP ${status}`);
  } catch (error) {
    return unavailable(`the bill's file: ${String(error)}`);
  }
}

function requestHeaders(
  { method, url, body }: { readonly method: string; readonly url: URL; readonly body: string },
  { merchantId, certificateSerial, privateKey, wechatKeys }: V3Settings,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = newNonce();
  const text = `${method}\n${url.pathname}${url.search}\n${timestamp}\n${nonce}\n${body}\n`;
  const proof = {
    mchid: merchantId,
    nonce_str: nonce,
    timestamp,
    serial_no: certificateSerial,
    signature: signed(text, privateKey),
  };
  const [newestKey = ''] = wechatKeys.keys();
  return {
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'nuanlin',
    // Says by which of WeChat's keys we can read.
    'wechatpay-serial': newestKey,
    authorization: `WECHATPAY2-SHA256-RSA2048 ${Object.entries(proof)
      .map(([name, value]) => `${name}="${value}"`)
      .join(',')}`,
  };
}

function read({ status, headers, body }: HttpAnswer, settings: V3Settings): Said {
  const text = body.toString('utf8');
  const seal = sealIn(headers);
  const verdict = seal && verdictOnSeal(seal, text, { keys: settings.wechatKeys, now: Date.now() });
  if (verdict !== 'genuine') return unavailable(`HTTP ${status}, signature ${verdict ?? 'missing'}`);
  const fields = fieldsOf(text);
  if (!fields) return unavailable(`HTTP ${status} with an unreadable body`);
  const { code, message } = fields;
  // USERPAYING comes with 202.
  if (status >= 200 && status < 300 && code === undefined) return { kind: 'done', fields, settings };
  return { kind: 'refused', status, code: String(code ?? ''), message: String(message ?? '') };
}

function fieldsOf(text: string): Fields | undefined {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

function unavailable(reason: string): Unavailable {
  return { kind: 'unavailable', reason };
}
