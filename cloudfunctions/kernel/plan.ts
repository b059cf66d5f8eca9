import type { Instant } from '../../types/day';
import type { Actor, AuditEntry } from './audit';
import { type Changes, idOf, type Write } from './changes';
import type { Stored } from './collection';
import type { RequestRecord } from './idempotency';
import { limits } from './limits';

/** Who commits, and under which name: what no use case may say of itself. */
export interface Author {
  readonly action: string;
  readonly actor: Actor;
  readonly communityId?: string;
  readonly requestId?: string;
}

/** A document that must be at this version when the transaction looks; 0 is "not there". */
export interface Check {
  readonly collection: string;
  readonly id: string;
  readonly version: number;
}

export type Operation =
  /** Fails where the `_id` is taken. */
  | { readonly kind: 'add'; readonly collection: string; readonly id: string; readonly fields: Fields }
  /** Writes the whole document, whether one was there or not. */
  | { readonly kind: 'set'; readonly collection: string; readonly id: string; readonly fields: Fields }
  | { readonly kind: 'remove'; readonly collection: string; readonly id: string };

export type Fields = Readonly<Record<string, unknown>>;

/** One transaction, spelled out: look at these, then write those. */
export interface Plan {
  readonly checks: readonly Check[];
  readonly operations: readonly Operation[];
}

export interface Seal {
  readonly author: Author;
  readonly at: Instant;
  /** The audit entry's id; the journals and the outbox refer to it. */
  readonly auditId: string;
  readonly record?: RequestRecord;
}

/** The names of the collections every commit writes besides the use case's own. */
export const systemCollections = {
  audits: 'audits',
  outbox: 'outbox',
  due: 'due',
  requests: 'requests',
} as const;

/**
 * Spells changes out as one transaction. Bugs, all thrown: changes without an audit note, a journal out of balance, more than 20
 * documents, a value that is no plain data.
 */
export function planOf(changes: Changes, seal: Seal): Plan {
  for (const { document } of changes.journal) refuseUnbalanced(document);
  if (changes.audit.length === 0) throw new Error(`${seal.author.action} changes something unaudited`);
  const journal: readonly Write[] = changes.journal.map((write) => ({
    ...write,
    document: { ...write.document, auditId: seal.auditId, postedAt: seal.at },
  }));
  const writes = [...changes.writes, ...journal];
  const plan: Plan = {
    checks: [...changes.expected, ...writes.flatMap(checkOf)],
    operations: [...writes.map(operationOf), ...systemOperations(changes, seal)],
  };
  refuseTooMany(plan, seal.author.action);
  return plan;
}

function checkOf(write: Write): Check[] {
  // `add` looks for itself whether its `_id` is taken.
  return write.kind === 'create'
    ? []
    : [{ collection: write.collection, id: idOf(write), version: write.was }];
}

function operationOf(write: Write): Operation {
  const id = idOf(write);
  if (write.kind === 'remove') return { kind: 'remove', collection: write.collection, id };
  const { _id, ...fields } = write.document;
  return {
    kind: write.kind === 'create' ? 'add' : 'set',
    collection: write.collection,
    id,
    fields: plain(fields) as Fields,
  };
}

function systemOperations({ audit, messages, due }: Changes, seal: Seal): readonly Operation[] {
  const { author, at, auditId, record } = seal;
  // An action that reaches for oneself only (binding) learns its community on the way.
  const communityId =
    author.communityId ?? audit.find(({ beneficiary }) => beneficiary.communityId)?.beneficiary.communityId;
  const entry: AuditEntry = { _id: auditId, version: 1, at, ...author, communityId, notes: audit };
  const outgoing = { at, notBefore: at, communityId, intents: messages, state: 'waiting' };
  return [
    added(systemCollections.audits, auditId, entry),
    ...(messages.length > 0 ? [added(systemCollections.outbox, auditId, { version: 1, ...outgoing })] : []),
    ...due.map(({ kind, key, at: when }): Operation => {
      const place = { collection: systemCollections.due, id: `${kind}·${key}` };
      if (when === 'never') return { kind: 'remove', ...place };
      return { kind: 'set', ...place, fields: { version: 1, kind, key, at: when } };
    }),
    ...(record ? [added(systemCollections.requests, record._id, record)] : []),
  ];
}

function added(collection: string, id: string, document: object): Operation {
  const { _id, ...fields } = document as Fields;
  return { kind: 'add', collection, id, fields: plain(fields) as Fields };
}

function refuseTooMany({ checks, operations }: Plan, action: string): void {
  const documents = new Set([...checks, ...operations].map(({ collection, id }) => `${collection}/${id}`));
  if (documents.size > limits.documentsPerCommit)
    throw new Error(`${action} touches ${documents.size} documents in one commit`);
}

/** Law 2, once more at the door: what a journal's lines take from one account they give to another. */
function refuseUnbalanced(
  journal: Stored & { readonly lines?: readonly { readonly amount: number }[] },
): void {
  const { _id, lines = [] } = journal;
  const balance = lines.reduce((sum, { amount }) => sum + amount, 0);
  if (lines.length < 2 || balance !== 0)
    throw new Error(`journal ${_id} is out of balance by ${balance} fen`);
}

/** The same without fields that are undefined, which the database would keep as null. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    if (Object.getPrototypeOf(value) !== Object.prototype)
      throw new Error(`a ${value.constructor?.name} is no plain data`);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, content]) => content !== undefined)
        .map(([name, content]) => [name, plain(content)]),
    );
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} is no plain data`);
  if (typeof value === 'function' || typeof value === 'bigint' || typeof value === 'symbol')
    throw new Error(`a ${typeof value} is no plain data`);
  return value;
}
