import type { Caller } from '../core/callers';
import type { Pair } from './wire';

/** A media argument (`{contentType, value: Buffer}` in the function); the SDK drops the content type on the way. */
export interface Media {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** One call of `cloud.openapi.<apiName>(…)` as it arrives. */
export interface OpenCall {
  readonly apiName: string;
  /** snake_case, as the SDK sends it; may be anything. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly media: ReadonlyMap<string, Media>;
  readonly caller: Caller;
}

/** `json` gets `errcode: 0`; `text` is JSON that JavaScript numbers cannot hold; `bytes` is an image. */
export type OpenAnswer =
  | { readonly json: Record<string, unknown> }
  | { readonly text: string }
  | { readonly bytes: Uint8Array; readonly contentType: string };

export type OpenApi = (call: OpenCall) => OpenAnswer | Promise<OpenAnswer>;
export type OpenApis = Readonly<Record<string, OpenApi>>;

/** What WeChat answers with a non-zero `errcode`; the function sees it thrown as `errCode`. */
export class WeChatRefusal extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(`${errcode} ${errmsg}`);
    this.name = 'WeChatRefusal';
  }
}

/** Splits the pairs of a request. Refuses arguments that are not JSON (47001). */
export function readArguments(pairs: readonly Pair[]): Pick<OpenCall, 'args' | 'media'> {
  const args: [string, unknown][] = [];
  const media = new Map<string, Media>();
  for (const { key, value, filename } of pairs) {
    if (filename) media.set(key, { fileName: filename, bytes: value });
    else args.push([key, parse(value)]);
  }
  return { args: Object.fromEntries(args), media };
}

function parse(value: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(value).toString('utf8'));
  } catch {
    throw new WeChatRefusal(47001, 'data format error');
  }
}
