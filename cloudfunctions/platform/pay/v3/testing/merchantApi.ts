import { createCipheriv, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newNonce, signed } from '../seal';

export const apiKey = '0123456789abcdef0123456789abcdef';
export const appid = 'wx0000000000000001';
export const mchid = '1900000109';
export const serial = 'PUB_KEY_ID_0119000001092026';

/** What a test lets the merchant API answer. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  /** As it is, instead of JSON of `body`. */
  readonly bytes?: Buffer;
  readonly seal?: 'missing' | 'forged' | 'stale' | 'unknownKey';
  /** The connection breaks instead. */
  readonly isLost?: boolean;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Was it signed by the merchant, as WeChat checks it. */
  readonly isGenuine: boolean;
  readonly headers: IncomingMessage['headers'];
}

type Answerer = (asked: Asked) => Reply;

/** WeChat's merchant API on this machine, with keys of its own: it checks what it gets and signs what it says. For tests only. */
export class MerchantApi {
  readonly asked: Asked[] = [];
  answer: Answerer = () => ({ body: {} });
  private readonly merchant = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly wechat = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The environment variables by which our side reaches it. */
  get variables(): Readonly<Record<string, string>> {
    return {
      WECHATPAY_V3_APPID: appid,
      WECHATPAY_V3_MCHID: mchid,
      WECHATPAY_V3_CERTIFICATE_SERIAL: 'MERCHANTSERIAL',
      // As a console keeps it, on one line.
      WECHATPAY_V3_PRIVATE_KEY: pemOf(this.merchant.privateKey).replaceAll('\n', '\\n'),
      WECHATPAY_V3_API_KEY: apiKey,
      WECHATPAY_V3_WECHAT_KEYS: JSON.stringify({ [serial]: pemOf(this.wechat.publicKey) }),
      WECHATPAY_V3_NOTIFY_URL: 'https://pay.example.com/pay/notify',
      WECHATPAY_V3_ORIGIN: this.origin,
    };
  }

  /** Whether a wallet would take these words as the merchant's. */
  isMerchants(text: string, signature: string): boolean {
    return createVerify('RSA-SHA256').update(text).verify(this.merchant.publicKey, signature, 'base64');
  }

  /** A notice as WeChat sends it: sealed resource, signed letter. */
  notice(event: string, resource: object, { seal, now = Date.now() }: NoticeOptions = {}): Letter {
    const body = JSON.stringify({
      id: newNonce(),
      create_time: new Date(now).toISOString(),
      resource_type: 'encrypt-resource',
      event_type: event,
      resource: sealed(JSON.stringify(resource)),
    });
    return { body, headers: this.sealed(body, seal, now) };
  }

  sealed(body: string, seal: Reply['seal'], now = Date.now()): Record<string, string> {
    if (seal === 'missing') return {};
    const timestamp = String(Math.floor(now / 1000) - (seal === 'stale' ? 301 : 0));
    const nonce = newNonce();
    const key = seal === 'forged' ? this.stranger.privateKey : this.wechat.privateKey;
    return {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-signature': signed(`${timestamp}\n${nonce}\n${body}\n`, key),
      'wechatpay-serial': seal === 'unknownKey' ? 'ANOTHER' : serial,
    };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    const asked = this.read(request, text);
    this.asked.push(asked);
    const { status = 200, body, bytes, seal, isLost } = this.answer(asked);
    if (isLost) return void request.socket.destroy();
    const out = bytes ?? Buffer.from(body === undefined ? '' : JSON.stringify(body));
    response.writeHead(status, this.sealed(out.toString('utf8'), seal)).end(out);
  }

  private read(request: IncomingMessage, text: string): Asked {
    const { method = '', url: path = '', headers } = request;
    const proof = Object.fromEntries(
      [...(headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const signedText = `${method}\n${path}\n${proof.timestamp}\n${proof.nonce_str}\n${text}\n`;
    const isGenuine =
      proof.mchid === mchid &&
      proof.serial_no === 'MERCHANTSERIAL' &&
      this.isMerchants(signedText, proof.signature ?? '');
    return { method, path, body: text ? JSON.parse(text) : {}, isGenuine, headers };
  }
}

interface NoticeOptions {
  readonly seal?: Reply['seal'];
  readonly now?: number;
}

interface Letter {
  readonly body: string;
  readonly headers: Record<string, string>;
}

function sealed(text: string): object {
  const nonce = newNonce().slice(0, 12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiKey), Buffer.from(nonce));
  cipher.setAAD(Buffer.from('transaction'));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const ciphertext = bytes.toString('base64');
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: 'transaction', nonce };
}

function pemOf(key: KeyObject): string {
  const type = key.type === 'private' ? 'pkcs8' : 'spki';
  return key.export({ type: type as 'spki', format: 'pem' }).toString();
}
