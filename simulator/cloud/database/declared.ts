import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectionFile, type DatabaseFile, type IndexFile, readDatabaseFile } from '../core/project';
import { type Collection, type Collections, type Index, isAsDeclared } from './collections';
import { duplicateKeyText } from './errors';
import type { Row } from './rows';
import { refuse } from './semantics/refusal';
import type { Store } from './store';
import { checkIndexable, shownKey, uniqueKeys } from './unique';

export interface DeclaredParts {
  readonly collections: Collections;
  readonly store: Store;
  readonly envId: string;
}

/**
 * Keeps the collections, indexes and rules as `database.json` declares them. A collection that leaves the file keeps its
 * documents and indexes; one that stays has exactly the file's indexes.
 */
export class Declared {
  private mark: string | undefined;

  constructor(
    private readonly dist: string,
    private readonly parts: DeclaredParts,
  ) {}

  /** Whether the file has changed since it was last applied (or tried). */
  isStale(): boolean {
    return markOf(join(this.dist, 'database.json')) !== this.mark;
  }

  /** Forgets that the file was applied: the state under it is another one. */
  forget(): void {
    this.mark = undefined;
  }

  /**
   * Applies the file, all of it or nothing. Refuses a wrong file and a unique index over documents that are not unique.
   * Answers whether any collection or index changed.
   */
  apply(): boolean {
    this.mark = markOf(join(this.dist, 'database.json'));
    const file = readDatabaseFile(this.dist);
    try {
      const changed = this.parts.collections.atomically(() => this.build(file));
      this.setRules(file);
      return changed;
    } catch (error) {
      this.parts.collections.load();
      throw error;
    }
  }

  private build(file: DatabaseFile): boolean {
    const changes = file.collections.map((declared) => this.buildCollection(declared));
    return changes.includes(true);
  }

  private buildCollection(declared: CollectionFile): boolean {
    const { collections } = this.parts;
    const known = collections.find(declared.name);
    const collection = known ?? collections.create(declared.name);
    const wanted = new Map(declared.indexes.map((index) => [index.name, index]));
    const stale = collection.indexes.filter((index) => {
      const file = wanted.get(index.name);
      return !file || !isAsDeclared(index, file);
    });
    for (const index of stale) collections.dropIndex(collection, index);
    const missing = declared.indexes.filter(
      ({ name }) => !collection.indexes.some((index) => index.name === name),
    );
    for (const file of missing) this.addIndex(collection, file);
    return !known || stale.length > 0 || missing.length > 0;
  }

  private addIndex(collection: Collection, file: IndexFile): void {
    const { collections, store, envId } = this.parts;
    if (file.unique && file.keys.some(({ direction }) => direction === '2dsphere')) {
      throw refuse(`the geo index ${file.name} cannot be unique`);
    }
    const index = collections.addIndex(collection, file);
    store.fill(collection, index, (row) => {
      checkIndexable(collection, row.document);
      if (index.isUnique) refuseDuplicate({ collection, index, row, store, envId });
    });
  }

  private setRules(file: DatabaseFile): void {
    for (const name of this.parts.collections.names()) {
      this.parts.collections.require(name).rules = undefined;
    }
    for (const { name, rules } of file.collections) this.parts.collections.require(name).rules = rules;
  }
}

interface NewEntry {
  readonly collection: Collection;
  readonly index: Index;
  readonly row: Row;
  readonly store: Store;
  readonly envId: string;
}

function refuseDuplicate({ collection, index, row, store, envId }: NewEntry): void {
  const taken = uniqueKeys(collection, row.document).find(
    (unique) => unique.index === index && store.holder(collection, index, unique.entry.key, row.seq),
  );
  if (!taken) return;
  const text = duplicateKeyText({
    envId,
    collection: collection.name,
    index: index.name,
    key: shownKey(taken),
  });
  throw refuse(text);
}

function markOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs}:${stats.size}:${stats.ino}` : 'missing';
}
