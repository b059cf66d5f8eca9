import type { Instant } from '../../types/day';
import { limits } from '../kernel/limits';
import { find, is } from './database';
import { asDatabaseError, asked } from './databaseError';
import { database } from './sdk';
import { type DueEntry, due } from './systemStore';

/** What is due by now, the longest waiting first. One read. */
export function entriesDue(now: Instant): Promise<readonly DueEntry[]> {
  return find(due, {
    where: { at: is.atMost(now) },
    orderBy: [['at', 'asc']],
    limit: limits.documentsPerQuery,
  });
}

/** Puts an entry off, or takes it away, unless somebody has moved it meanwhile: then that stands. */
export async function moveDue({ _id, at }: DueEntry, next: Instant | 'never'): Promise<void> {
  try {
    await database().runTransaction(async (transaction) => {
      const row = transaction.collection(due.name).doc(_id);
      const { data } = await asked(row.get());
      if ((data as DueEntry | null)?.at !== at) return false;
      if (next === 'never') await asked(row.remove());
      else await asked(row.update({ data: { at: next } }));
      return true;
    });
  } catch (error) {
    // Somebody moved it in this very moment, or nobody knows: what is still due comes again.
    if (!['conflict', 'noAnswer'].includes(asDatabaseError(error).kind)) throw error;
  }
}
