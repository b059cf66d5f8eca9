import type { Collection, Database, Doc } from './sdk';

/** The SDK cannot drop a collection, so a few are made once and used again, emptied each time. */
export class ScratchCollections {
  private readonly made = new Set<string>();
  private taken = 0;

  constructor(
    private readonly db: Database,
    private readonly prefix = 'contract_scratch',
  ) {}

  async take(documents: readonly Doc[] = []): Promise<Collection> {
    this.taken += 1;
    const name = `${this.prefix}_${this.taken}`;
    const collection = this.db.collection(name);
    if (!this.made.has(name)) {
      await this.db.createCollection(name).catch(() => undefined);
      await this.empty(collection);
      this.made.add(name);
    }
    if (documents.length > 0) await collection.add({ data: documents });
    return collection;
  }

  /** Empties what was taken and begins again with the first. */
  async release(): Promise<void> {
    for (let n = 1; n <= this.taken; n += 1) await this.empty(this.db.collection(`${this.prefix}_${n}`));
    this.taken = 0;
  }

  private async empty(collection: Collection): Promise<void> {
    await collection.where({ _id: this.db.command.exists(true) }).remove();
  }
}
