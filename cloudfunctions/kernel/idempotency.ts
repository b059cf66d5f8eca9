import { createHash } from 'node:crypto';
import type { Instant } from '../../types/day';
import { granted, type Outcome, type Refusal, refused } from '../../types/refusal';
import type { Stored } from './collection';

/** One request of one person for one action. */
export interface RequestKey {
  readonly openid: string;
  readonly action: string;
  readonly requestId: string;
}

/** What is kept of an answered request: not the answer but what it can be rebuilt from. Committed with what it made. */
export interface RequestRecord extends Stored {
  /** Digest of the parsed input: the same id with other input is another request, and refused. */
  readonly fingerprint: string;
  readonly at: Instant;
  /** Plain data that names what was made: ids, nothing that could grow old. */
  readonly made?: unknown;
  /** A refusal that left a trace. */
  readonly refusal?: Refusal;
}

export function requestRecordId({ openid, action, requestId }: RequestKey): string {
  return `${openid}·${action}·${requestId}`;
}

/** The same for inputs that say the same, in whatever order their fields come. */
export function fingerprint(input: unknown): string {
  return createHash('sha256').update(canonical(input)).digest('base64url');
}

/** What an earlier run of the same request came to. */
export function recall(record: RequestRecord, print: string): Outcome<unknown> {
  if (record.fingerprint !== print) return refused('REQUEST_ID_REUSED');
  return record.refusal ? { ok: false, refusal: record.refusal } : granted(record.made);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, content]) => content !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, content]) => `${JSON.stringify(name)}:${canonical(content)}`).join(',')}}`;
}
