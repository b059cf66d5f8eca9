import type { Batch, Books } from '../books';
import { judgeClocks, judgeDeadlines, judgeDue, judgeLevels } from './clockLaws';
import { broken, law, type Violation } from './law';
import { judgeOwner, judgeWorkloads } from './ownerLaws';
import { judgeRating } from './ratingLaws';
import { judgeRighted } from './rightedLaws';
import { judgeAudit, judgeBirth } from './stateLaws';
import { judgeLengths, judgeMissed } from './termLaws';

/** What one commit has broken. */
export function judge(books: Books, batch: Batch, now: number): readonly Violation[] {
  const ids = batch.tickets.map(({ after }) => after._id);
  const looked = [...ids, ...batch.due.flatMap(({ kind, key }) => ticketOf(kind, key))];
  return [
    ...batch.removed.map((what) => broken(law.audited, `${what} is gone`)),
    ...batch.tickets.flatMap((change) => [
      ...judgeBirth(change),
      ...judgeAudit(change, batch),
      ...judgeClocks(change),
      ...judgeDeadlines(change),
      ...judgeOwner(change),
      ...judgeLengths(change, books, now),
      ...judgeMissed(change),
      ...judgeRighted(change, books),
      ...judgeRating(change),
    ]),
    ...judgeLevels(batch.tickets, batch),
    ...[...new Set(looked)].flatMap((id) => {
      const ticket = books.tickets.get(id);
      return ticket ? judgeDue(ticket, books, now) : [];
    }),
    ...judgeWorkloads(books, ids, batch.staffIds),
  ];
}

/** Everything anew. */
export function judgeAll(books: Books, now: number): readonly Violation[] {
  const all = [...books.tickets.values()];
  return [
    ...all.flatMap((after) => [
      ...judgeClocks({ before: undefined, after }),
      ...judgeOwner({ before: undefined, after }),
      ...judgeDue(after, books, now),
    ]),
    ...judgeWorkloads(books, books.tickets.keys(), [...books.workloads.keys()]),
  ];
}

/** The ticket that a due entry is about. */
function ticketOf(kind: string, key: string): readonly string[] {
  if (kind === 'ticket') return [key];
  return kind === 'dispatch' ? [key.slice(key.indexOf('/') + 1)] : [];
}
