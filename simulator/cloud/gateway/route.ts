import { z } from 'zod';
import { invalidParam } from '../core/errors';
import type { User } from '../users/service';

/** One request of a phone after the transport has read it. */
export interface GatewayRequest {
  /** The name behind `/gateway/`. */
  readonly route: string;
  /** The session of `authorization: Bearer <session>`. */
  readonly session?: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export type GatewayAnswer = Readonly<Record<string, unknown>>;

/** What a route gets to work with. */
export interface RouteCall {
  readonly user: User;
  readonly query: GatewayRequest['query'];
  readonly body: Uint8Array;
  readonly requestId: string;
  /** The body as JSON, checked. Refuses what is no JSON or of another shape. */
  input<Schema extends z.ZodType>(schema: Schema): z.output<Schema>;
  /** Says for the log what exactly is asked. */
  describe(what: string): void;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** The name in front of `:fail` in a refusal. */
  readonly api: string;
  run(call: RouteCall): Promise<GatewayAnswer> | GatewayAnswer;
}

export type Routes = Readonly<Record<string, Route>>;

/** Reads a JSON body against a schema, naming the place of a mistake. An empty body is `{}`. */
export function readInput<Schema extends z.ZodType>(body: Uint8Array, schema: Schema): z.output<Schema> {
  const text = Buffer.from(body).toString('utf8');
  let content: unknown = {};
  try {
    if (text) content = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidParam(`malformed request body: ${reason}`);
  }
  const checked = schema.safeParse(content);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw invalidParam(`${issue?.path.join('.') || 'request'}: ${issue?.message}`);
}

/** Any text at all. */
export const text = z.string();
