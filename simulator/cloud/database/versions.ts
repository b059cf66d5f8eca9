import type { Collection } from './collections';
import type { Row } from './rows';
import { type DocumentId, idText } from './unique';

/** One committed change of one document; without `before` it was added, without `after` removed. */
/** How a document that was there was changed: fields of it, or all of it (`set`). */
export type Manner = 'update' | 'replace';

export interface RowChange {
  readonly collection: Collection;
  readonly id: DocumentId;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  /** Of a change to a document that was there. */
  readonly manner?: Manner;
}

/** What a document was before the change that made `version`. */
interface PreImage {
  readonly version: number;
  readonly id: DocumentId;
  readonly row: Row | undefined;
}

/**
 * The past, as far as somebody still reads it: while a snapshot is open, what every changed document was before. In memory,
 * since a transaction does not outlive the process.
 */
export class Versions {
  private current = 0;
  private readonly snapshots = new Map<object, number>();
  private forgotten = 0;
  /** The newest version of each collection. */
  private readonly newest = new Map<number, number>();
  private readonly history = new Map<number, Map<string, PreImage[]>>();

  /** Opens a snapshot of this instant for `holder`. */
  open(holder: object): number {
    this.snapshots.set(holder, this.current);
    return this.current;
  }

  close(holder: object): void {
    if (!this.snapshots.delete(holder)) return;
    if (this.snapshots.size === 0) this.history.clear();
    else this.forget(Math.min(...this.snapshots.values()));
  }

  /** Changes that were committed together. */
  record(changes: readonly RowChange[]): void {
    if (changes.length === 0) return;
    this.current += 1;
    for (const { collection } of changes) this.newest.set(collection.id, this.current);
    if (this.snapshots.size === 0) return;
    for (const { collection, id, before } of changes) {
      const documents = this.history.get(collection.id) ?? new Map<string, PreImage[]>();
      this.history.set(collection.id, documents);
      const name = idText(id);
      const images = documents.get(name) ?? [];
      documents.set(name, images);
      images.push({ version: this.current, id, row: before });
    }
  }

  hasChangedSince(collection: Collection, snapshot: number): boolean {
    return (this.newest.get(collection.id) ?? 0) > snapshot;
  }

  /** The document as the snapshot saw it, if it has changed since. */
  imageAt(collection: Collection, id: DocumentId, snapshot: number): { row: Row | undefined } | undefined {
    return this.history
      .get(collection.id)
      ?.get(idText(id))
      ?.find(({ version }) => version > snapshot);
  }

  /** Every document of the collection that has changed since the snapshot, as it was then. */
  changedSince(collection: Collection, snapshot: number): { id: DocumentId; row: Row | undefined }[] {
    const found: PreImage[] = [];
    for (const images of this.history.get(collection.id)?.values() ?? []) {
      const image = images.find(({ version }) => version > snapshot);
      if (image) found.push(image);
    }
    return found;
  }

  private forget(oldest: number): void {
    if (oldest <= this.forgotten) return;
    this.forgotten = oldest;
    for (const documents of this.history.values()) {
      for (const [name, images] of documents) {
        const needed = images.filter(({ version }) => version > oldest);
        if (needed.length > 0) documents.set(name, needed);
        else documents.delete(name);
      }
    }
  }
}
