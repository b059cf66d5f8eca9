import { invalidParam } from '../core/errors';
import type { IndexFile, RulesFile } from '../core/project';
import type { State } from '../core/state';
import { collectionExists, noCollection } from './errors';
import type { KeyField } from './indexEntries';

/** An index over ordinary fields has a table of keys; a geo index is only known by its fields. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly file: IndexFile;
  /** Empty for an index with a `2dsphere` field. */
  readonly keyFields: readonly KeyField[];
  readonly geoFields: readonly string[];
  readonly isUnique: boolean;
  /** Some document has had an array on one of the paths; stays so until the index is built again, as in MongoDB. */
  isMultikey: boolean;
}

export interface Collection {
  readonly id: number;
  readonly name: string;
  indexes: readonly Index[];
  rules: RulesFile | undefined;
  /** The next document's place in the order of insertion. Never given twice while the cloud runs. */
  nextSeq: number;
}

/** What a collection made by `createCollection` starts with: only its creator reads and writes [doc: 权限控制]. */
export const undeclaredRules: RulesFile = {
  read: 'doc._openid == auth.openid',
  write: 'doc._openid == auth.openid',
};

const schema = `
  CREATE TABLE IF NOT EXISTS database_collections (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS database_indexes (id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL,
    name TEXT NOT NULL, file TEXT NOT NULL, multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (collection, name));`;

export function documentsTable(collection: Collection): string {
  return `database_documents_${collection.id}`;
}

export function keysTable(index: Index): string {
  return `database_keys_${index.id}`;
}

/** Which collections there are and how they are indexed. The tables hold numbers for names, so that any name is safe in SQL. */
export class Collections {
  private byName = new Map<string, Collection>();
  private readonly unsettled = new Set<Index>();

  constructor(private readonly state: State) {
    state.schema('database', schema);
    this.load();
  }

  /** Reads everything anew: after the state was replaced, or after a change of the catalogue was rolled back. */
  load(): void {
    const found = new Map<string, Collection>();
    const rows = this.state.sql('SELECT id, name FROM database_collections').all() as {
      id: number;
      name: string;
    }[];
    for (const { id, name } of rows) {
      const collection: Collection = { id, name, indexes: [], rules: undefined, nextSeq: 1 };
      collection.rules = this.byName.get(name)?.rules;
      const last = this.state.sql(`SELECT MAX(seq) AS seq FROM ${documentsTable(collection)}`).get() as {
        seq: number | null;
      };
      collection.nextSeq = (last.seq ?? 0) + 1;
      collection.indexes = this.loadIndexes(id);
      found.set(name, collection);
    }
    this.byName = found;
  }

  find(name: string): Collection | undefined {
    return this.byName.get(name);
  }

  /** Refuses a collection that does not exist. */
  require(name: string): Collection {
    const collection = this.byName.get(name);
    if (!collection) throw noCollection(name);
    return collection;
  }

  names(): string[] {
    return [...this.byName.keys()];
  }

  /** Refuses a name that is taken, and one MongoDB could not use. */
  create(name: string): Collection {
    if (this.byName.has(name)) throw collectionExists();
    if (name.length > 128 || /[$\0]/.test(name) || name.startsWith('system.')) {
      throw invalidParam(`not a collection name: ${JSON.stringify(name)}`);
    }
    const { lastInsertRowid } = this.state
      .sql('INSERT INTO database_collections (name) VALUES (?)')
      .run(name);
    const collection: Collection = {
      id: Number(lastInsertRowid),
      name,
      indexes: [],
      rules: undefined,
      nextSeq: 1,
    };
    this.state.exec(
      `CREATE TABLE ${documentsTable(collection)} (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    );
    this.byName.set(name, collection);
    return collection;
  }

  /** An empty index; whoever adds it fills it. */
  addIndex(collection: Collection, file: IndexFile): Index {
    const { lastInsertRowid } = this.state
      .sql('INSERT INTO database_indexes (collection, name, file) VALUES (?, ?, ?)')
      .run(collection.id, file.name, JSON.stringify(file));
    const index = describe(Number(lastInsertRowid), file, false);
    if (index.keyFields.length > 0) {
      this.state.exec(
        `CREATE TABLE ${keysTable(index)} (key BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) WITHOUT ROWID`,
      );
    }
    collection.indexes = [...collection.indexes, index];
    return index;
  }

  dropIndex(collection: Collection, index: Index): void {
    if (index.keyFields.length > 0) this.state.exec(`DROP TABLE ${keysTable(index)}`);
    this.state.sql('DELETE FROM database_indexes WHERE id = ?').run(index.id);
    collection.indexes = collection.indexes.filter((other) => other !== index);
  }

  /** Part of the same SQLite transaction as the keys: `atomically` takes the mark back if that is rolled back. */
  markMultikey(index: Index): void {
    if (index.isMultikey) return;
    index.isMultikey = true;
    this.unsettled.add(index);
    this.state.sql('UPDATE database_indexes SET multikey = 1 WHERE id = ?').run(index.id);
  }

  /** `State.atomically` for whatever writes documents: what is remembered here follows a rollback. */
  atomically<T>(work: () => T): T {
    try {
      const result = this.state.atomically(work);
      this.unsettled.clear();
      return result;
    } catch (error) {
      for (const index of this.unsettled) index.isMultikey = false;
      this.unsettled.clear();
      throw error;
    }
  }

  private loadIndexes(collection: number): Index[] {
    const rows = this.state
      .sql('SELECT id, file, multikey FROM database_indexes WHERE collection = ? ORDER BY id')
      .all(collection) as { id: number; file: string; multikey: number }[];
    return rows.map((row) => describe(row.id, JSON.parse(row.file) as IndexFile, row.multikey === 1));
  }
}

function describe(id: number, file: IndexFile, isMultikey: boolean): Index {
  const geoFields = file.keys.filter(({ direction }) => direction === '2dsphere').map(({ field }) => field);
  const keyFields = file.keys.map(({ field, direction }) => ({
    path: field,
    direction: direction === '-1' ? (-1 as const) : (1 as const),
  }));
  return {
    id,
    name: file.name,
    file,
    keyFields: geoFields.length > 0 ? [] : keyFields,
    geoFields,
    isUnique: file.unique,
    isMultikey,
  };
}

/** Whether an index stands as the file declares it. */
export function isAsDeclared(index: Index, file: IndexFile): boolean {
  return JSON.stringify(index.file) === JSON.stringify(file);
}
