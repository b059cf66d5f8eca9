import type { Workload } from '../../../cloudfunctions/modules/tickets/giving/workload';
import { openStates } from '../../../cloudfunctions/modules/tickets/life';
import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import type { Terms, Ticket } from '../../../cloudfunctions/modules/tickets/ticket';

/** What is asked to be looked after, and when. */
export interface DueRow {
  readonly _id: string;
  readonly kind: string;
  readonly key: string;
  readonly at: number;
}

/** One committed change of a document, as the database or the store in memory tells it. */
export interface Told {
  readonly collection: string;
  readonly id: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface TicketChange {
  readonly before: Ticket | undefined;
  readonly after: Ticket;
}

/** One message that a level of a clock was told by (B4). */
export interface LateTold {
  readonly ticketId: string;
  /** `接单时限 09:05` */
  readonly clock: string;
  readonly level: number;
}

/** One message as a commit asks for it. */
export interface Message {
  readonly kind: string;
  readonly to: { readonly openid?: string; readonly duty?: string };
  readonly words: Readonly<Record<string, unknown>>;
  readonly page?: string;
}

/** Terms, and since when they hold. */
export interface Held {
  readonly terms: Terms;
  readonly from: number;
}

/** What one commit has changed. */
export interface Batch {
  readonly tickets: readonly TicketChange[];
  /** Members of staff whose workload has changed. */
  readonly staffIds: readonly string[];
  readonly due: readonly DueRow[];
  /** `collection/id` of everything that an audit entry of this commit is about. */
  readonly audited: ReadonlySet<string>;
  readonly late: readonly LateTold[];
  /** Every message of it. */
  readonly messages: readonly Message[];
  /** What is gone although it is kept for good. */
  readonly removed: readonly string[];
}

interface Fresh {
  tickets: TicketChange[];
  staffIds: string[];
  due: DueRow[];
  audited: Set<string>;
  late: LateTold[];
  messages: Message[];
  removed: string[];
}

/** All tickets, workloads and due entries, followed commit by commit; the laws judge by them and people choose by them. */
export class Books {
  readonly tickets = new Map<string, Ticket>();
  /** Those of them that have not ended. */
  readonly open = new Set<string>();
  readonly workloads = new Map<string, Workload>();
  readonly due = new Map<string, DueRow>();
  /** All that have held so far (B3), the newest last: the usual ones, and what the community has set. */
  readonly terms: Held[] = [{ terms: usualTerms, from: Number.NEGATIVE_INFINITY }];
  private fresh: Fresh = nothing();

  constructor(private readonly now: () => number) {}

  follow({ collection, id, before, after }: Told): void {
    const key = String(id);
    if (collection === 'tickets') this.followTicket(key, before as Ticket | undefined, after as Ticket);
    if (collection === 'workloads') {
      if (after) this.workloads.set(key, after as Workload);
      else this.fresh.removed.push(`workloads/${key}`);
      this.fresh.staffIds.push(key);
    }
    if (collection === 'due') {
      this.fresh.due.push((after ?? before) as DueRow);
      if (after) this.due.set(key, after as DueRow);
      else this.due.delete(key);
    }
    if (collection === 'serviceTerms')
      this.terms.push({ terms: (after as { terms: Terms }).terms, from: this.now() });
    if (collection === 'audits' && !before) this.followAudit(after as Audit);
    if (collection === 'outbox' && !before) this.followMessages(after as Outgoing);
  }

  /** What has changed since the last call; undefined where nothing has. */
  take(): Batch | undefined {
    const { fresh } = this;
    const isEmpty = [
      fresh.tickets,
      fresh.staffIds,
      fresh.due,
      fresh.late,
      fresh.messages,
      fresh.removed,
    ].every(({ length }) => length === 0);
    if (isEmpty && fresh.audited.size === 0) return undefined;
    this.fresh = nothing();
    return fresh;
  }

  private followTicket(id: string, before: Ticket | undefined, after: Ticket | undefined): void {
    if (!after) {
      this.fresh.removed.push(`tickets/${id}`);
      return;
    }
    this.tickets.set(id, after);
    if (openStates.includes(after.state)) this.open.add(id);
    else this.open.delete(id);
    this.fresh.tickets.push({ before, after });
  }

  private followAudit({ notes }: Audit): void {
    for (const { subjects } of notes) for (const subject of subjects) this.fresh.audited.add(subject);
  }

  private followMessages({ intents }: Outgoing): void {
    this.fresh.messages.push(...intents);
    for (const { kind, words, page = '' } of intents) {
      if (kind !== 'ticketLate') continue;
      const ticketId = page.slice(page.indexOf('=') + 1);
      this.fresh.late.push({ ticketId, clock: String(words.clock), level: Number(words.level) });
    }
  }
}

interface Audit {
  readonly notes: readonly { readonly subjects: readonly string[] }[];
}

interface Outgoing {
  readonly intents: readonly Message[];
}

function nothing(): Fresh {
  return { tickets: [], staffIds: [], due: [], audited: new Set(), late: [], messages: [], removed: [] };
}
