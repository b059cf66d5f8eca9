import { EventEmitter } from 'node:events';
import http, { type IncomingHttpHeaders } from 'node:http';

/** Where the SDK is told its cloud stands. No such host exists: a request that passed us by would fail, not reach anything. */
export const adminUrl = 'http://cloud.simulation.invalid/admin';

/** Where the cloud's files are brought and fetched, behind the permits and links that it hands out. */
export const storageUrl = `${adminUrl}/storage/`;

/** Where the product is told WeChat's merchant API stands. Nothing listens there, nothing is asked there. */
export const merchantUrl = 'http://127.0.0.1:1';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string | Uint8Array;
}

/** One request of the SDK or of a pay driver, complete; nobody has answered yet. */
export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  answer(reply: Reply): void;
  /** The connection breaks, or nobody answers in time. False where nobody would ever notice: the SDK sets files no time. */
  fail(how: 'reset' | 'timeout'): boolean;
}

/**
 * Takes the place of Node's `http.request` for those two addresses until the returned function is called: the outermost seam there
 * is, so that the SDK runs unmodified and no socket is opened. Every other address is refused: a simulation speaks to nobody else.
 */
export function interceptRequests(onRequest: (request: SentRequest) => void): () => void {
  const original = http.request;
  const replacement = (url: unknown, options: RequestOptions, onResponse: OnResponse) => {
    const known = [adminUrl, merchantUrl].some((address) => String(url).startsWith(address));
    if (!known) throw new Error(`a simulation speaks to nobody: ${String(url)}`);
    return new HeldRequest({ url: String(url), ...options }, onResponse, onRequest);
  };
  http.request = replacement as unknown as typeof http.request;
  return () => {
    http.request = original;
  };
}

interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
type OnResponse = (response: Response) => void;

/** As much of a `ClientRequest` as the SDK, a stream of a file that ends in it, and the pay driver use. */
class HeldRequest extends EventEmitter {
  readonly socket = { connecting: false };
  readonly reusedSocket = false;
  private readonly chunks: Buffer[] = [];

  constructor(
    private readonly about: RequestOptions & { readonly url: string },
    private readonly onResponse: OnResponse,
    private readonly onRequest: (request: SentRequest) => void,
  ) {
    super();
  }

  write(chunk: string | Buffer): void {
    this.chunks.push(Buffer.from(chunk));
  }

  /** The SDK's 15 seconds: whoever holds the request says when they are over. */
  setTimeout(): void {}

  destroy(error: Error): void {
    this.emit('error', error);
  }

  end(last?: string): void {
    if (last !== undefined) this.write(last);
    const { url, method = 'POST', headers: given = {} } = this.about;
    const headers = Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]);
    this.onRequest({
      url,
      method: method.toUpperCase(),
      headers: Object.fromEntries(headers),
      body: Buffer.concat(this.chunks),
      answer: (reply) => this.respond(reply),
      fail: (how) => {
        if (how === 'timeout') return this.emit('timeout');
        return this.emit('error', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
      },
    });
  }

  private respond({ status, headers, body }: Reply): void {
    const response = new Response(status, headers);
    this.onResponse(response);
    response.emit('data', Buffer.from(body));
    response.emit('end');
  }
}

/** As much of an `IncomingMessage` as the SDK and the pay driver use. The SDK sets no encoding: it joins bytes. */
class Response extends EventEmitter {
  constructor(
    readonly statusCode: number,
    readonly headers: IncomingHttpHeaders,
  ) {
    super();
  }
}
