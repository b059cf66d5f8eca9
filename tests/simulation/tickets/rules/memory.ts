import type { Fields, Plan } from '../../../../cloudfunctions/kernel/plan';
import type { Books } from '../books';

/** Documents in memory, with what a transaction does: all of a plan, or, where somebody was faster, nothing. */
export class Memory {
  private readonly rows = new Map<string, Fields>();

  constructor(private readonly books: Books) {}

  /** False where a document is not at the version that was read, or its id is taken. */
  apply({ checks, operations }: Plan): boolean {
    const isFresh = checks.every(
      ({ collection, id, version }) => Number(this.rows.get(`${collection}/${id}`)?.version ?? 0) === version,
    );
    const isTaken = operations.some(
      ({ kind, collection, id }) => kind === 'add' && this.rows.has(`${collection}/${id}`),
    );
    if (!isFresh || isTaken) return false;
    for (const operation of operations) {
      const { collection, id } = operation;
      const key = `${collection}/${id}`;
      const before = this.rows.get(key);
      const after: Fields | undefined =
        operation.kind === 'remove' ? undefined : { _id: id, ...operation.fields };
      // Nobody reads what was told and audited again.
      const isKept = collection !== 'outbox' && collection !== 'audits' && collection !== 'requests';
      if (after === undefined) this.rows.delete(key);
      else if (isKept) this.rows.set(key, after);
      if (before || after) this.books.follow({ collection, id, before, after });
    }
    return true;
  }
}
