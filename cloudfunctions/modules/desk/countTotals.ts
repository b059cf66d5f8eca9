import { dayOf, type Instant } from '../../../types/day';
import { placePartKey } from '../../../types/place';
import { changes, save } from '../../kernel/changes';
import { limits } from '../../kernel/limits';
import { homesByIds } from '../community';
import { type Journal, journalsBehind } from '../ledger';
import { communityTotals, totalsOf } from './deskStore';
import { counted, postedAt, type Sums } from './totals';

/** Journals younger than this may still be joined by one that says an earlier instant: they are counted the next time. */
const settled = 15_000;

/**
 * The sums of a community up to now: what was kept, and the journals behind it. Reads only; at most `portions` hundreds of journals, so
 * that a screen waits for little. `isWhole` says whether that was all.
 */
export async function sumsNow(
  communityId: string,
  kept: Sums,
  { now, portions }: { readonly now: Instant; readonly portions: number },
): Promise<{ readonly sums: Sums; readonly isWhole: boolean }> {
  let sums = kept;
  for (let portion = 0; portion < portions; portion += 1) {
    const behind = await journalsBehind(communityId, sums.countedTo);
    const ripe = behind.filter((journal) => postedAt(journal) <= now - settled);
    sums = counted(sums, ripe, await buildings(ripe));
    if (ripe.length < limits.documentsPerQuery) return { sums, isWhole: true };
  }
  return { sums, isWhole: false };
}

async function buildings(journals: readonly Journal[]): Promise<(homeId: string) => string> {
  const ids = [...new Set(journals.flatMap(({ lines }) => lines.flatMap(({ homeId }) => homeId ?? [])))];
  const names = new Map<string, string>();
  for (let from = 0; from < ids.length; from += limits.documentsPerQuery)
    for (const { _id, place } of await homesByIds(ids.slice(from, from + limits.documentsPerQuery)))
      names.set(_id, `${placePartKey(place.building)}栋`);
  return (homeId) => names.get(homeId) ?? '';
}

/** Keeps what has been summed up. */
export async function keepSums(communityId: string, sums: Sums, now: Instant) {
  const before = await totalsOf(communityId);
  return changes({
    writes: [save(communityTotals, before, { _id: communityId, ...sums, countedAt: now })],
    audit: [
      {
        what: 'totalsCounted',
        beneficiary: { communityId },
        subjects: [`communityTotals/${communityId}`],
        facts: { day: dayOf(now) },
      },
    ],
  });
}
