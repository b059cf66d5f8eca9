import type { Caller } from './callers';

/** One request of `wx-server-sdk` after the transport has read it. */
export interface AdminCall {
  readonly caller: Caller;
  readonly requestId: string;
  /** Parts of a multipart request by field name, bytes untouched; empty for JSON requests. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** An answer that is not the usual JSON envelope (open interfaces and pay answer bytes). */
export interface RawAnswer {
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** An answer whose fields stand beside `requestId` instead of under `data` (`startTransaction` does this). */
export interface TopLevelAnswer {
  readonly topLevel: Record<string, unknown>;
}

export type AdminAnswer = { readonly data: unknown } | TopLevelAnswer | { readonly raw: RawAnswer };

/** `params` is the JSON body as received: check it, it may be anything. Refuse by throwing `CloudError`. */
export type AdminAction = (params: Record<string, unknown>, call: AdminCall) => Promise<AdminAnswer>;

/** The actions one service answers, by the wire's name (`database.getDocument`). */
export type AdminActions = Readonly<Record<string, AdminAction>>;
