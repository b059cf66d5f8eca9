import type { State } from '../core/state';
import { type Collection, type Collections, documentsTable, type Index, keysTable } from './collections';
import { indexEntries } from './indexEntries';
import { encodeKey } from './keys';
import { Row } from './rows';
import type { Document, Value } from './semantics/document';

interface StoredRow {
  seq: number;
  body: string;
}

/** Committed documents and their index entries in SQLite. Writes must stand inside `State.atomically`. */
export class Store {
  constructor(
    private readonly state: State,
    private readonly collections: Collections,
  ) {}

  byId(collection: Collection, id: Value): Row | undefined {
    const found = this.state
      .sql(`SELECT seq, body FROM ${documentsTable(collection)} WHERE id = ?`)
      .get(encodeKey([id])) as StoredRow | undefined;
    return found && new Row(found.seq, found.body);
  }

  count(collection: Collection): number {
    const { total } = this.state.sql(`SELECT COUNT(*) AS total FROM ${documentsTable(collection)}`).get() as {
      total: number;
    };
    return total;
  }

  /** Keeps a new document at the place `seq`. Uniqueness is the caller's business. */
  insert(collection: Collection, seq: number, body: string, document: Document): void {
    this.state
      .sql(`INSERT INTO ${documentsTable(collection)} (seq, id, body) VALUES (?, ?, ?)`)
      .run(seq, encodeKey([document._id]), body);
    for (const index of collection.indexes) this.addKeys(index, seq, this.keys(index, document));
  }

  /** Keeps a new version in the same place; only index entries that differ are touched. */
  replace(collection: Collection, row: Row, body: string, document: Document): void {
    this.state.sql(`UPDATE ${documentsTable(collection)} SET body = ? WHERE seq = ?`).run(body, row.seq);
    for (const index of collection.indexes) {
      const before = this.keys(index, row.document);
      const after = this.keys(index, document);
      this.removeKeys(index, row.seq, without(before, after));
      this.addKeys(index, row.seq, without(after, before));
    }
  }

  remove(collection: Collection, row: Row): void {
    this.state.sql(`DELETE FROM ${documentsTable(collection)} WHERE seq = ?`).run(row.seq);
    for (const index of collection.indexes) this.removeKeys(index, row.seq, this.keys(index, row.document));
  }

  /** The document that stands under `key` in an index, other than the one at `seq`. */
  holder(collection: Collection, index: Index, key: Uint8Array, seq: number): Row | undefined {
    const found = this.state
      .sql(
        `SELECT d.seq, d.body FROM ${keysTable(index)} k JOIN ${documentsTable(collection)} d ON d.seq = k.seq
         WHERE k.key = ? AND k.seq <> ? LIMIT 1`,
      )
      .get(key, seq) as StoredRow | undefined;
    return found && new Row(found.seq, found.body);
  }

  /** Enters every document into a new index. `check` is asked before each, and may refuse by throwing. */
  fill(collection: Collection, index: Index, check: (row: Row) => void): void {
    for (const row of this.all(collection)) {
      check(row);
      this.addKeys(index, row.seq, this.keys(index, row.document));
    }
  }

  *all(collection: Collection): Generator<Row> {
    const sql = `SELECT seq, body FROM ${documentsTable(collection)} WHERE seq > ? ORDER BY seq LIMIT 1000`;
    let last = 0;
    for (;;) {
      const rows = this.state.sql(sql).all(last) as StoredRow[];
      for (const { seq, body } of rows) yield new Row(seq, body);
      if (rows.length < 1000) return;
      last = rows[rows.length - 1]!.seq;
    }
  }

  /** An index's keys of a document; none for a geo index. */
  private keys(index: Index, document: Document): readonly Buffer[] {
    if (index.keyFields.length === 0) return [];
    const { entries, isMultikey } = indexEntries(document, index.keyFields);
    if (isMultikey) this.collections.markMultikey(index);
    return entries.map(({ key }) => key);
  }

  private addKeys(index: Index, seq: number, keys: readonly Buffer[]): void {
    if (keys.length === 0) return;
    const insert = this.state.sql(`INSERT INTO ${keysTable(index)} (key, seq) VALUES (?, ?)`);
    for (const key of keys) insert.run(key, seq);
  }

  private removeKeys(index: Index, seq: number, keys: readonly Buffer[]): void {
    if (keys.length === 0) return;
    const remove = this.state.sql(`DELETE FROM ${keysTable(index)} WHERE key = ? AND seq = ?`);
    for (const key of keys) remove.run(key, seq);
  }
}

function without(keys: readonly Buffer[], others: readonly Buffer[]): readonly Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)));
}
