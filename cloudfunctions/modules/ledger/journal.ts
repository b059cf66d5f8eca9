import type { Day, Instant } from '../../../types/day';
import { type Fen, fen, negativeFen, noFen, sumFen } from '../../../types/money';
import type { Stored } from '../../kernel/collection';
import type { Account } from './account';

/** What a line is about; every figure opens down to these. */
export interface LineReferences {
  readonly homeId?: string;
  readonly partyId?: string;
  readonly billId?: string;
  /** The bill's line. */
  readonly lineNo?: number;
  readonly orderId?: string;
  readonly refundId?: string;
  readonly voucherId?: string;
  /** In whose hands cash is. */
  readonly holder?: string;
}

/** A line (分录): debit (借) positive, credit (贷) negative; never nothing. */
export interface JournalLine extends LineReferences {
  readonly account: Account;
  readonly amount: Fen;
}

export const journalKinds = [
  'opening',
  'bill',
  'billVoid',
  'adjustment',
  'payment',
  'voucher',
  'refund',
  'refundPaid',
  'unclaimed',
  'handOver',
] as const;
export type JournalKind = (typeof journalKinds)[number];

/** Those by which money comes in: credited, or kept apart until it is. */
export const moneyInKinds: readonly JournalKind[] = ['payment', 'unclaimed'];

export const journalKindNames: Readonly<Record<JournalKind, string>> = {
  opening: '期初',
  bill: '账单',
  billVoid: '账单作废',
  adjustment: '账单调整',
  payment: '收款',
  voucher: '抵扣券',
  refund: '退款',
  refundPaid: '退款到账',
  unclaimed: '待处理款项',
  handOver: '交款',
};

/** A journal (凭证) as it lies on disk: never changed, only followed by another. `_id` is kind·source. */
export interface Journal extends Stored {
  readonly communityId: string;
  readonly kind: JournalKind;
  readonly at: Instant;
  /** The day it counts for, in China. */
  readonly day: Day;
  /** `collection/id` of the document it rests on. */
  readonly source: string;
  readonly lines: readonly JournalLine[];
  readonly reason?: string;
  /** The audit entry of the same commit, which says who; the commit writes it. */
  readonly auditId?: string;
  /** When it was written; later than `at` where the news of money came late. The commit writes it; totals are counted in this order. */
  readonly postedAt?: Instant;
}

/** A deterministic id, so that the same thing cannot be posted twice. */
export function journalId(kind: JournalKind, sourceId: string): string {
  return `${kind}·${sourceId}`;
}

/**
 * A journal ready to be created. Refuses, as bugs, what does not balance, has fewer than two lines, or a line of nothing or of no
 * whole number of fen.
 */
export function posting(
  journal: Omit<Journal, 'version' | 'auditId' | 'postedAt'>,
): Omit<Journal, 'version'> {
  const { _id, lines } = journal;
  if (lines.length < 2) throw new Error(`${_id} has ${lines.length} lines`);
  for (const line of lines) {
    if (fen(line.amount) === 0) throw new Error(`${_id} has a line of nothing on ${line.account}`);
  }
  const sum = balance(lines);
  if (sum !== 0) throw new Error(`${_id} is out of balance by ${sum} fen`);
  return journal;
}

export function balance(lines: readonly JournalLine[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}

/** The same the other way round. */
export function reversed(lines: readonly JournalLine[]): readonly JournalLine[] {
  return lines.map((line) => ({ ...line, amount: negativeFen(line.amount) }));
}

/** A figure with the lines it is the sum of, each with its journal: what any screen shows and opens (law 2). */
export interface Total {
  readonly amount: Fen;
  readonly lines: readonly {
    readonly journalId: string;
    readonly source: string;
    readonly line: JournalLine;
  }[];
}

/** The figure of all lines that match: an account, a home, a bill, a holder … */
export function totalOf(journals: readonly Journal[], matching: Partial<JournalLine>): Total {
  const wanted = Object.entries(matching) as [keyof JournalLine, unknown][];
  const lines = journals.flatMap(({ _id, source, lines: all }) =>
    all
      .filter((line) => wanted.every(([name, value]) => line[name] === value))
      .map((line) => ({ journalId: _id, source, line })),
  );
  return { amount: balance(lines.map(({ line }) => line)), lines };
}

/** Balances by account (试算平衡). Their sum is nothing, whatever the journals, as long as each went through `posting`. */
export function trialBalance(journals: readonly Journal[]): ReadonlyMap<Account, Fen> {
  const balances = new Map<Account, Fen>();
  for (const { account, amount } of journals.flatMap(({ lines }) => lines)) {
    balances.set(account, fen((balances.get(account) ?? noFen) + amount));
  }
  return balances;
}
