import type { Collection, Stored } from '../../kernel/collection';
import { asDatabaseError, asked } from '../databaseError';
import { type Condition, database } from '../sdk';

/**
 * Single writes outside of any commit, for the drainer alone: each is whole by itself, may happen twice, and needs no audit because
 * what it tells of has one. A document keeps counting its versions, so that commits that rest on it notice.
 */

/** Adds a document whose `_id` is its uniqueness. False where it is there already. */
export async function addOnce<T extends Stored>(
  collection: Collection<T>,
  document: Omit<T, 'version'>,
): Promise<boolean> {
  try {
    await asked(
      database()
        .collection(collection.name)
        .add({ data: { ...document, version: 1 } }),
    );
    return true;
  } catch (error) {
    if (asDatabaseError(error).kind === 'duplicateKey') return false;
    throw error;
  }
}

/** Changes fields of the one document the condition names; false where it names none. */
export async function changeWhere<T extends Stored>(
  collection: Collection<T>,
  where: Condition,
  fields: Partial<Omit<T, '_id' | 'version'>>,
): Promise<boolean> {
  return change(collection, where, fields);
}

/** Adds to a number of the one document the condition names, whatever it is by now; false where it names none. */
export async function addTo<T extends Stored>(
  collection: Collection<T>,
  where: Condition,
  field: keyof T & string,
  by: number,
): Promise<boolean> {
  return change(collection, where, { [field]: database().command.inc(by) });
}

async function change<T extends Stored>(
  collection: Collection<T>,
  where: Condition,
  fields: Condition,
): Promise<boolean> {
  const data = { ...fields, version: database().command.inc(1) };
  const { stats } = await asked(database().collection(collection.name).where(where).update({ data }));
  return stats.updated > 0;
}

/** Takes a document away; content where it is gone. */
export async function removeOne<T extends Stored>(collection: Collection<T>, id: string): Promise<void> {
  await asked(database().collection(collection.name).doc(id).remove());
}
