import { EventEmitter } from 'node:events';
import http, { type IncomingHttpHeaders } from 'node:http';

/** Where the SDK is told its cloud stands. No such host exists: a request that passed us by would fail, not reach anything. */
export const adminUrl = 'http://cloud.simulation.invalid/admin';

/** One request of the SDK, complete; nobody has answered yet. */
export interface SentRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** HTTP 200 with this body. */
  answer(contentType: string, body: string | Uint8Array): void;
  /** The connection breaks, or nobody answers in time. */
  fail(how: 'reset' | 'timeout'): void;
}

/**
 * Takes the place of Node's `http.request` for the admin address until the returned function is called: the outermost seam there
 * is, so that the SDK runs unmodified and no socket is opened. Every other address is refused: a simulation speaks to nobody else.
 */
export function interceptRequests(onRequest: (request: SentRequest) => void): () => void {
  const original = http.request;
  const replacement = (url: unknown, options: RequestOptions, onResponse: OnResponse) => {
    if (!String(url).startsWith(adminUrl)) throw new Error(`a simulation speaks to nobody: ${String(url)}`);
    return new HeldRequest(options.headers, onResponse, onRequest);
  };
  http.request = replacement as unknown as typeof http.request;
  return () => {
    http.request = original;
  };
}

interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
}
type OnResponse = (response: Response) => void;

/** As much of a `ClientRequest` as the SDK uses. */
class HeldRequest extends EventEmitter {
  readonly socket = { connecting: false };
  readonly reusedSocket = false;
  private readonly chunks: Buffer[] = [];

  constructor(
    private readonly headers: Readonly<Record<string, string>>,
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

  end(): void {
    const headers = Object.entries(this.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
    this.onRequest({
      headers: Object.fromEntries(headers),
      body: Buffer.concat(this.chunks),
      answer: (contentType, body) => this.respond(contentType, Buffer.from(body)),
      fail: (how) => {
        if (how === 'timeout') this.emit('timeout');
        else this.emit('error', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
      },
    });
  }

  private respond(contentType: string, body: Buffer): void {
    const response = new Response({ 'content-type': contentType });
    this.onResponse(response);
    response.emit('data', body);
    response.emit('end');
  }
}

/** As much of an `IncomingMessage` as the SDK uses. It sets no encoding: it joins bytes. */
class Response extends EventEmitter {
  readonly statusCode = 200;

  constructor(readonly headers: IncomingHttpHeaders) {
    super();
  }
}
