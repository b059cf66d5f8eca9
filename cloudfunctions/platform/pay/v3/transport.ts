import { request as plainRequest } from 'node:http';
import { request as safeRequest } from 'node:https';

export interface HttpQuestion {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** Ours: a function that asks has itself at most 20 seconds. */
const longestWait = 8000;
/** Ours: what a bill may weigh, packed. */
const longestBody = 64 * 1024 * 1024;

/** One request, one answer, no retry: who asks decides whether asking again is safe. Rejects where no whole answer came. */
export function exchange({ method, url, headers, body }: HttpQuestion): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? safeRequest : plainRequest;
    const sent = send(url, { method, headers, timeout: longestWait }, (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      answer.on('data', (part: Buffer) => {
        length += part.length;
        if (length > longestBody) answer.destroy(new Error('an answer without end'));
        else parts.push(part);
      });
      answer.on('error', reject);
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        resolve({ status, headers: single(answer.headers), body: Buffer.concat(parts) });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer in ${longestWait} ms`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

function single(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value ?? '')] as const);
  return Object.fromEntries(entries);
}
