import { changes, remove, replace, type Write } from '../kernel/changes';
import type { Collection, Stored } from '../kernel/collection';
import { toDo } from '../kernel/decision';
import { fingerprint } from '../kernel/idempotency';
import { limits } from '../kernel/limits';
import type { Author } from '../kernel/plan';
import type { Ports } from '../kernel/ports';
import { DecideAgain } from './commit';
import { asDatabaseError, asked, type DatabaseErrorKind } from './databaseError';
import { database } from './sdk';
import { settle } from './settle';

const lookAgain: readonly DatabaseErrorKind[] = ['conflict', 'duplicateKey', 'noAnswer'];

/**
 * Adds many new documents outside of any commit: for slices of a job only, for what nobody sees yet, under ids that follow from what
 * they are. Whoever dies in between has added some; adding the rest is for the slice that comes again. Throws `DecideAgain` where
 * one of them is there already or no answer came: then the slice looks again. A hundred a call.
 */
export async function addAll<T extends Stored>(
  collection: Collection<T>,
  documents: readonly Omit<T, 'version'>[],
): Promise<void> {
  for (let from = 0; from < documents.length; from += limits.documentsPerQuery) {
    const some = documents.slice(from, from + limits.documentsPerQuery);
    const data = some.map((document) => ({ ...document, version: 1 }));
    try {
      await asked(database().collection(collection.name).add({ data }));
    } catch (error) {
      const known = asDatabaseError(error);
      throw lookAgain.includes(known.kind) ? new DecideAgain(known.message, { cause: known }) : known;
    }
  }
}

export interface Wanted<T extends Stored> {
  /** With version 1; what is there keeps its own. */
  readonly wanted: readonly T[];
  readonly there: readonly T[];
}

/**
 * Makes the documents that are there into those that are wanted; ids say which is which. The same are left alone, new ones are
 * added as `addAll` does; what differs or is wanted no more, seldom, goes through audited commits.
 */
export async function bringAbout<T extends Stored>(
  collection: Collection<T>,
  { wanted, there }: Wanted<T>,
  author: Author,
  ports: Ports,
): Promise<void> {
  const before = new Map(there.map((document) => [document._id, document]));
  const ids = new Set(wanted.map(({ _id }) => _id));
  await addAll(
    collection,
    wanted.filter(({ _id }) => !before.has(_id)),
  );
  const writes: readonly Write[] = [
    ...wanted.flatMap((document) => {
      const read = before.get(document._id);
      return read && !isSame(read, document) ? [replace(collection, read, document)] : [];
    }),
    ...there.filter(({ _id }) => !ids.has(_id)).map((document) => remove(collection, document)),
  ];
  for (let from = 0; from < writes.length; from += writesAtOnce)
    await putRight(writes.slice(from, from + writesAtOnce), author, ports);
}

/** Leaves room for the audit entry. */
const writesAtOnce = limits.documentsPerCommit - 1;

async function putRight(writes: readonly Write[], author: Author, ports: Ports): Promise<void> {
  const [first] = writes;
  const beneficiary = author.communityId === undefined ? {} : { communityId: author.communityId };
  const subjects = first ? [first.collection] : [];
  const audit = [{ what: 'putRight', beneficiary, subjects, facts: { documents: writes.length } }];
  const decide = async () => toDo(writes.length, changes({ writes, audit }));
  const done = await settle({ author, decide }, ports);
  if (!done.ok) throw new DecideAgain(`${first?.collection} changed meanwhile`);
}

function isSame(read: Stored, wanted: Stored): boolean {
  return fingerprint(read) === fingerprint({ ...wanted, version: read.version });
}
