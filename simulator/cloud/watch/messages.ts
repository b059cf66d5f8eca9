import { z } from 'zod';

/** How a change touches a document and the watched list [document: 实时数据推送; the typings of @cloudbase/database]. */
export type DataType = 'init' | 'update' | 'replace' | 'add' | 'remove' | 'limit';
export type QueueType = 'init' | 'update' | 'enqueue' | 'dequeue';

/** One event before it has its number. `Doc` is relaxed EJSON, as reads answer documents; empty when the document is gone. */
export interface ListEvent {
  readonly DataType: DataType;
  readonly QueueType: QueueType;
  readonly DocID: string | number;
  readonly Doc: string;
  /** JSON of path to value. */
  readonly UpdatedFields?: string;
  /** JSON list of paths; the client reads this spelling only. */
  readonly removedFields?: string;
}

export type WatchEvent = ListEvent & { readonly ID: number };

/** Events up to and including number `currEvent`. */
export interface EventsData {
  readonly queryID: string;
  readonly currEvent: number;
  readonly events: readonly WatchEvent[];
}

export interface Outgoing {
  readonly msgType: 'LOGIN_RES' | 'INIT_EVENT' | 'NEXT_EVENT' | 'CHECK_EVENT' | 'PONG' | 'ERROR';
  readonly watchId?: string;
  readonly requestId?: string;
  readonly msgData: object | null;
}

const envelope = { requestId: z.string(), watchId: z.string().optional() };
const watched = { requestId: z.string(), watchId: z.string() };
const position = z.object({ queryID: z.string(), eventID: z.number().int() });

/** What a client may send. */
export const incoming = z.discriminatedUnion('msgType', [
  z.object({
    ...envelope,
    msgType: z.literal('LOGIN'),
    msgData: z.object({ accessToken: z.string().default('') }),
    exMsgData: z.object({ signStr: z.string().optional() }).optional(),
  }),
  z.object({
    ...watched,
    msgType: z.literal('INIT_WATCH'),
    msgData: z.object({
      collName: z.string().min(1),
      query: z.string().optional(),
      limit: z.number().int().positive().optional(),
      orderBy: z.record(z.string(), z.enum(['asc', 'desc'])).optional(),
    }),
  }),
  z.object({ ...watched, msgType: z.literal('REBUILD_WATCH'), msgData: position }),
  z.object({ ...watched, msgType: z.literal('CHECK_LAST'), msgData: position }),
  z.object({ ...watched, msgType: z.literal('CLOSE_WATCH') }),
  z.object({ ...envelope, msgType: z.literal('PING') }),
]);

export type Incoming = z.output<typeof incoming>;
export type InitWatch = Extract<Incoming, { msgType: 'INIT_WATCH' }>['msgData'];
