import type { Collection } from './collections';
import { type DocumentId, idText } from './unique';

/** Whoever holds locks lets go of all of them at its end. */
export interface LockHolder {
  readonly ended: Promise<void>;
}

/** Somebody's transaction holds what an ordinary write needs: wait for its end and begin again. */
export class Locked extends Error {
  constructor(readonly holder: LockHolder) {
    super('locked by a transaction');
  }
}

/** What transactions have written and not yet committed: documents and unique keys, each under its name. */
export class Locks {
  private readonly holders = new Map<string, LockHolder>();

  holder(name: string): LockHolder | undefined {
    return this.holders.get(name);
  }

  acquire(name: string, holder: LockHolder): void {
    this.holders.set(name, holder);
  }

  release(names: Iterable<string>): void {
    for (const name of names) this.holders.delete(name);
  }
}

export function documentLock(collection: Collection, id: DocumentId): string {
  return `document:${collection.id}:${idText(id)}`;
}
