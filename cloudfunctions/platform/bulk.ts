import type { Collection, Stored } from '../kernel/collection';
import { limits } from '../kernel/limits';
import { DecideAgain } from './commit';
import { asDatabaseError, asked, type DatabaseErrorKind } from './databaseError';
import { database } from './sdk';

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
