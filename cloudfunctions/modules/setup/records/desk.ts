import { type Create, create, replace, type Write } from '../../../kernel/changes';
import type { Collection, Stored } from '../../../kernel/collection';
import { journals } from '../../ledger';
import { canonical } from './canonical';

/** A document's name among all. */
export function nameOf(collection: string, id: string): string {
  return `${collection}/${id}`;
}

/** Where documents lie while steps are done to them: as they were read, then as they will be. Nothing is written here. */
export class Desk {
  private readonly next = new Map<
    string,
    { readonly collection: Collection<Stored>; readonly document: Stored }
  >();

  constructor(private readonly read: ReadonlyMap<string, Stored>) {}

  get<T extends Stored>(collection: Collection<T>, id: string): T | undefined {
    const name = nameOf(collection.name, id);
    // What is kept under a collection's name is that collection's.
    return (this.next.get(name)?.document ?? this.read.get(name)) as T | undefined;
  }

  /** The same by its collection's name. */
  named(collection: string, id: string): Stored | undefined {
    const name = nameOf(collection, id);
    return this.next.get(name)?.document ?? this.read.get(name);
  }

  put<T extends Stored>(collection: Collection<T>, document: Omit<T, 'version'>): void {
    const stored = { version: 1, ...document } as unknown as Stored;
    const { name, indexes, rules } = collection;
    this.next.set(nameOf(name, stored._id), { collection: { name, indexes, rules }, document: stored });
  }

  /** What is new or different, by collection, with what was read of it. */
  moved(): readonly MovedDocuments[] {
    const byName = new Map<string, { collection: Collection<Stored>; wanted: Stored[]; there: Stored[] }>();
    for (const [name, { collection, document }] of this.next) {
      const moved = byName.get(collection.name) ?? { collection, wanted: [], there: [] };
      const before = this.read.get(name);
      moved.wanted.push(document);
      if (before) moved.there.push(before);
      byName.set(collection.name, moved);
    }
    return [...byName.values()];
  }

  /** The same as the parts of one commit: journals are created, never changed. */
  forCommit(): { readonly writes: readonly Write[]; readonly journal: readonly Create[] } {
    const writes: Write[] = [];
    const journal: Create[] = [];
    for (const [name, { collection, document }] of this.next) {
      const before = this.read.get(name);
      if (before && isSame(before, document)) continue;
      if (before) writes.push(replace(collection, before, document));
      else if (collection.name === journals.name) journal.push(create(collection, document));
      else writes.push(create(collection, document));
    }
    return { writes, journal };
  }
}

/** Documents of one collection: as they will be, and as those of them that were there were read. */
export interface MovedDocuments {
  readonly collection: Collection<Stored>;
  readonly wanted: readonly Stored[];
  readonly there: readonly Stored[];
}

function isSame(before: Stored, document: Stored): boolean {
  return canonical(before) === canonical({ ...document, version: before.version });
}
