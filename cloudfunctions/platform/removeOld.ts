import type { Collection, Stored } from '../kernel/collection';
import { limits } from '../kernel/limits';
import { find, is } from './database';
import { asked } from './databaseError';
import { type Condition, database } from './sdk';

/** Removes up to a hundred rows that nobody needs any more, outside of any commit; gives whether there may be more. Two calls. */
export async function removeOld<T extends Stored>(
  collection: Collection<T>,
  where: Condition,
): Promise<boolean> {
  const old = await find(collection, { where, limit: limits.documentsPerQuery });
  if (old.length === 0) return false;
  const ids = old.map(({ _id }) => _id);
  await asked(
    database()
      .collection(collection.name)
      .where({ _id: is.oneOf(ids) })
      .remove(),
  );
  return old.length === limits.documentsPerQuery;
}
