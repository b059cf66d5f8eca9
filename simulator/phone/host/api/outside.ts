import { noteStatus } from '../audit/failedCalls';
import { network } from '../system/network';
import { ApiRefusal } from './convention';

export interface OutsideAnswer {
  readonly statusCode: number;
  readonly header: Record<string, string>;
  readonly content: Blob;
}

export interface OutsideCall {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
  readonly signal?: AbortSignal;
}

/** A request to a server outside, without the browser's same-origin rule. */
export async function askOutside({
  url,
  method = 'GET',
  headers = {},
  body,
  signal,
}: OutsideCall): Promise<OutsideAnswer> {
  if (!/^https?:\/\//.test(url)) throw new ApiRefusal(`invalid url "${url}"`, { errno: 600009 });
  const response = await network.fetch('/phone/outside', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, method, headers, ...(body ? { body: await toBase64(body) } : {}) }),
    ...(signal ? { signal } : {}),
  });
  const statusCode = Number(response.headers.get('x-outside-status'));
  if (!statusCode)
    throw new ApiRefusal(((await response.json()) as { message: string }).message, { errno: 600001 });
  noteStatus(statusCode, url);
  const header = JSON.parse(response.headers.get('x-outside-headers') ?? '{}') as Record<string, string>;
  return {
    statusCode,
    header,
    content: new Blob([await response.blob()], { type: header['content-type'] ?? '' }),
  };
}

function toBase64(content: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.readAsDataURL(content);
  });
}
