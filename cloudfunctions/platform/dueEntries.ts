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

/**
 * Puts entries off, or takes them away, except those that somebody has moved meanwhile: what they say stands. One write for each instant
 * that some of them were due at.
 */
export async function moveDue(entries: readonly DueEntry[], next: Instant | 'never'): Promise<void> {
  for (const at of new Set(entries.map((entry) => entry.at))) {
    const ids = entries.filter((entry) => entry.at === at).map(({ _id }) => _id);
    const rows = database()
      .collection(due.name)
      .where({ _id: is.oneOf(ids), at });
    try {
      if (next === 'never') await asked(rows.remove());
      else await asked(rows.update({ data: { at: next } }));
    } catch (error) {
      // Somebody moved one in this very moment, or nobody knows: what is still due comes again.
      if (!['conflict', 'noAnswer'].includes(asDatabaseError(error).kind)) throw error;
    }
  }
}
