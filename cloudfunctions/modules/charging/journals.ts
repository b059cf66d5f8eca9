import { type Day, dayOf, type Instant } from '../../../types/day';
import { type Fen, negativeFen } from '../../../types/money';
import { type Create, create } from '../../kernel/changes';
import {
  type JournalKind,
  type JournalLine,
  journalId,
  journals,
  linesForBill,
  linesForOpening,
  posting,
} from '../ledger';
import type { Bill } from './bill';
import type { BillLine } from './billLine';

type Posted = Pick<Bill, '_id' | 'communityId' | 'homeId' | 'liablePartyId' | 'purpose' | 'lines' | 'origin'>;

/** What publishing a bill posts: owed on one side; earned, or brought in from the old books, on the other. */
export function billedLines(bill: Posted, lines: readonly BillLine[] = bill.lines): readonly JournalLine[] {
  const { _id: billId, homeId, liablePartyId: partyId, purpose, origin } = bill;
  if (origin !== 'opening') return linesForBill({ homeId, billId, partyId, purpose, lines });
  const arrears = lines.map((line) => ({
    billId,
    line: line.kind === 'charge' ? line.no : line.against,
    amount: line.amount,
  }));
  return linesForOpening({ homeId, partyId, arrears, prepaid: 0 as Fen });
}

/** The same the other way round: a bill that is voided or reissued. */
export function takenBackLines(bill: Posted): readonly JournalLine[] {
  return billedLines(bill).map((line) => ({ ...line, amount: negativeFen(line.amount) }));
}

/** A journal about one bill; `of` makes its id where one bill may have several of the kind. None where there is nothing to post. */
export function journalOf(
  kind: JournalKind,
  bill: Posted,
  lines: readonly JournalLine[],
  { now, of = bill._id, reason }: { readonly now: Instant; readonly of?: string; readonly reason?: string },
): readonly Create[] {
  if (lines.length === 0) return [];
  const day: Day = dayOf(now);
  const { communityId } = bill;
  const about = { _id: journalId(kind, of), communityId, kind, at: now, day, source: `bills/${bill._id}` };
  return [create(journals, posting({ ...about, lines, ...(reason === undefined ? {} : { reason }) }))];
}
