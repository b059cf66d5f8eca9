import { Agent, request } from 'node:http';

/**
 * Connections to the cloud stay open between two requests; an idle one is let go before the cloud closes it (after 30 s), or a request would
 * now and then go out on a connection that is gone. A request under way is not cut by it.
 */
const agent = new Agent({ keepAlive: true, timeout: 20_000 });

export interface CloudRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface CloudAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/**
 * One request of the phone's server to the local cloud. By Node's own client and not by `fetch`: a person waits for every one of them, and
 * the streams of `fetch` cost more than the whole way.
 */
export function askCloud(
  url: string,
  { method = 'GET', headers = {}, body }: CloudRequest = {},
): Promise<CloudAnswer> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(body.length) } : {};
    const asked = request(url, { agent, method, headers: { ...headers, ...length } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 500,
          contentType: answer.headers['content-type'],
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
