import { CloudError } from '../core/errors';
import type { Collection } from './collections';
import type { Query } from './query';
import type { Row } from './rows';
import { type Document, type Fields, isFields } from './semantics/document';
import { refuse } from './semantics/refusal';
import { checkStorable } from './semantics/storable';
import { applyUpdate, checkUpdate, upsertDocument } from './semantics/update';
import { encode } from './semantics/wire';
import type { Session } from './sessions';
import type { DocumentId } from './unique';

/** A request's view of time and chance. */
export interface WriteTime {
  readonly serverTime: Date;
  newId(): string;
}

export interface Modification {
  readonly filter: unknown;
  readonly update: unknown;
  /** Update operators; otherwise the document is replaced. */
  readonly isMerge: boolean;
  readonly isMulti: boolean;
  readonly isUpsert: boolean;
}

/**
 * What a write has done. With `error` it stopped there: what came before stays, as MongoDB keeps it (in a transaction nothing
 * stays).
 */
export interface Written<T> {
  readonly result: T;
  readonly error?: CloudError;
}

export interface Modified {
  readonly updated: number;
  readonly upsertedId?: DocumentId;
}

/** Adds the documents one by one, in order; the first that is refused ends it. Those without `_id` get one. */
export function insertDocuments(
  session: Session,
  collection: Collection,
  documents: readonly Fields[],
  time: WriteTime,
): Written<DocumentId[]> {
  const ids: DocumentId[] = [];
  const error = untilRefused(documents, (fields) => {
    const document = withId(fields, time);
    checkStorable(document);
    session.insert(collection, document);
    ids.push(document._id);
  });
  return { result: ids, error };
}

/** `_id` stands first, wherever the caller put it, as MongoDB stores it. */
function withId({ _id, ...fields }: Fields, time: WriteTime): Document {
  return { _id: _id === undefined ? time.newId() : (_id as DocumentId), ...fields };
}

/**
 * Changes what matches. `updated` counts changed documents: an update that leaves a document as it was does not count [web],
 * a replacement always does [measured: the vendor's suite].
 */
export function modifyDocuments(
  session: Session,
  query: Query,
  collection: Collection,
  modification: Modification,
  time: WriteTime,
): Written<Modified> {
  const { filter, update, isMulti, isMerge, isUpsert } = modification;
  checkKind(update, isMerge);
  const rows = query.select(collection, isMulti ? { filter } : { filter, limit: 1 });
  if (rows.length === 0 && isUpsert) {
    const document = upsertDocument(filter, update, { serverTime: time.serverTime, filter }, time.newId);
    session.insert(collection, document);
    return { result: { updated: 0, upsertedId: document._id } };
  }
  let updated = 0;
  const error = untilRefused(rows, (row) => {
    const next = applyUpdate(row.document, update, { serverTime: time.serverTime, filter });
    if (isMerge && encode(next) === row.body) return;
    session.replace(collection, row, next, isMerge ? 'update' : 'replace');
    updated += 1;
  });
  return { result: { updated }, error };
}

/** Changes the first match and shows it; `updated` is 1 even if nothing changed [measured: the vendor's suite]. */
export function modifyAndReturn(
  session: Session,
  query: Query,
  collection: Collection,
  { filter, update }: Pick<Modification, 'filter' | 'update'>,
  time: WriteTime,
): Document | undefined {
  checkKind(update, true);
  const [row] = query.select(collection, { filter, limit: 1 });
  if (!row) return undefined;
  const next = applyUpdate(row.document, update, { serverTime: time.serverTime, filter });
  session.replace(collection, row, next, 'update');
  return next;
}

export function removeDocuments(
  session: Session,
  query: Query,
  collection: Collection,
  { filter, isMulti }: Pick<Modification, 'filter' | 'isMulti'>,
): number {
  const rows: Row[] = query.select(collection, isMulti ? { filter } : { filter, limit: 1 });
  for (const row of rows) session.remove(collection, row);
  return rows.length;
}

function checkKind(update: unknown, isMerge: boolean): void {
  if (!isFields(update)) return;
  const names = Object.keys(update);
  const operators = names.filter((name) => name.startsWith('$'));
  // `update({ data: { a: {} } })` arrives as `{}`: as a replacement it would empty the document.
  if (isMerge && names.length === 0) throw refuse('the update operation document must not be empty');
  if (isMerge && operators.length < names.length) {
    throw refuse('the update operation document must contain atomic operators');
  }
  if (!isMerge && operators.length > 0) {
    throw refuse('the replace operation document must not contain atomic operators');
  }
  checkUpdate(update);
}

function untilRefused<T>(items: readonly T[], work: (item: T) => void): CloudError | undefined {
  for (const item of items) {
    try {
      work(item);
    } catch (error) {
      if (error instanceof CloudError) return error;
      throw error;
    }
  }
  return undefined;
}
