import type { Instant } from '../../types/day';
import type { Topic } from '../../types/topic';
import type { AuditNote } from './audit';
import type { Collection, Stored } from './collection';
import type { MessageIntent } from './message';

/** A document the decision rests on: it must still be what the use case read when the commit looks again. */
export interface Expected {
  readonly collection: string;
  readonly id: string;
  /** 0 where the use case found none. */
  readonly version: number;
}

export type Write =
  | { readonly kind: 'create'; readonly collection: string; readonly document: Stored }
  | { readonly kind: 'replace'; readonly collection: string; readonly document: Stored; readonly was: number }
  | { readonly kind: 'remove'; readonly collection: string; readonly id: string; readonly was: number };
export type Create = Extract<Write, { kind: 'create' }>;

/** A person's open pages about a topic should ask again. */
export interface Moved {
  readonly openid: string;
  readonly topic: Topic;
}

/** Something to look at at an instant. One entry per kind and key: a later one moves it, `at: 'never'` takes it away. */
export interface Due {
  readonly kind: string;
  readonly key: string;
  readonly at: Instant | 'never';
}

/**
 * What a use case wants done, as plain data: nothing has happened yet. The parts of several modules are joined and committed
 * together, or not at all. At most 20 documents, the audit entry, the outbox and the request's record included.
 */
export interface Changes {
  readonly expected: readonly Expected[];
  readonly writes: readonly Write[];
  /** Journals of the ledger; the commit puts the audit entry's id on each (`auditId`). */
  readonly journal: readonly Create[];
  readonly audit: readonly AuditNote[];
  readonly messages: readonly MessageIntent[];
  readonly topics: readonly Moved[];
  readonly due: readonly Due[];
}

const none: Changes = {
  expected: [],
  writes: [],
  journal: [],
  audit: [],
  messages: [],
  topics: [],
  due: [],
};

/** Changes with the parts that are named; the others are empty. */
export function changes(parts: Partial<Changes>): Changes {
  return { ...none, ...parts };
}

/** Nothing is wanted: then nothing is committed, and the request is not remembered either. */
export function isNothing({ expected: _rested, ...wanted }: Changes): boolean {
  return Object.values(wanted).every((part: readonly unknown[]) => part.length === 0);
}

/** One commit made of several modules' changes. A bug if two of them write the same document. */
export function joined(...all: readonly Changes[]): Changes {
  const together: Changes = {
    expected: all.flatMap((one) => one.expected),
    writes: all.flatMap((one) => one.writes),
    journal: all.flatMap((one) => one.journal),
    audit: all.flatMap((one) => one.audit),
    messages: all.flatMap((one) => one.messages),
    topics: all.flatMap((one) => one.topics),
    due: all.flatMap((one) => one.due),
  };
  refuseDoubleWrites(together);
  return together;
}

/** A document that must not be there yet; its `_id` is its uniqueness. */
export function create<T extends Stored>(collection: Collection<T>, document: Omit<T, 'version'>): Create {
  return { kind: 'create', collection: collection.name, document: { ...document, version: 1 } };
}

/** The whole new text of a document that was read before. */
export function replace<T extends Stored>(collection: Collection<T>, read: T, next: T): Write {
  if (next._id !== read._id) throw new Error(`${collection.name}/${read._id} cannot become ${next._id}`);
  const was = versionOf(read);
  return {
    kind: 'replace',
    collection: collection.name,
    document: { ...next, version: was + 1 },
    was,
  };
}

/** Creates where nothing was read, replaces otherwise. */
export function save<T extends Stored>(
  collection: Collection<T>,
  read: T | undefined,
  next: Omit<T, 'version'>,
): Write {
  return read ? replace(collection, read, { ...next, version: read.version } as T) : create(collection, next);
}

export function remove<T extends Stored>(collection: Collection<T>, read: T): Write {
  return { kind: 'remove', collection: collection.name, id: read._id, was: versionOf(read) };
}

/**
 * The decision rests on this document (or on there being none) although it does not write it. Snapshots do not exclude write
 * skew: where two use cases each rest on what the other writes, let both write one common document instead.
 */
export function unchanged<T extends Stored>(
  collection: Collection<T>,
  id: string,
  read: T | undefined,
): Expected {
  return { collection: collection.name, id, version: read ? versionOf(read) : 0 };
}

/** A document that came from elsewhere than a commit (a script of ours) counts as written once. */
export function versionOf(document: { readonly version?: number }): number {
  return document.version ?? 1;
}

export function idOf(write: Write): string {
  return write.kind === 'remove' ? write.id : write.document._id;
}

function refuseDoubleWrites({ writes, journal }: Changes): void {
  const seen = new Set<string>();
  for (const write of [...writes, ...journal]) {
    const name = `${write.collection}/${idOf(write)}`;
    if (seen.has(name)) throw new Error(`${name} is written twice in one commit`);
    seen.add(name);
  }
}
