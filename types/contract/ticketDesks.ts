import * as z from 'zod/mini';
import type { Day, Month } from '../day';
import type { ComplaintGrade, Problem, TicketState } from '../ticket';
import type { StarCount, SummedClock, Tier } from '../ticketFigures';
import { declareChanging, declareReading } from './declare';
import { cursor, day, id, month, sentence, words } from './fields';
import type { TicketRow } from './tickets';

/** An emergency that customer service tracks until its revisit. */
export interface LiveEmergency extends TicketRow {
  readonly engineerPhone?: string;
  /** By `ticketWork.openContact`. */
  readonly canCallOwner: boolean;
  readonly links: readonly {
    readonly title: string;
    readonly state: TicketState;
    readonly assignee?: string;
  }[];
}

export interface CustomerDesk {
  readonly emergencies: readonly LiveEmergency[];
  readonly revisits: readonly (TicketRow & { readonly canCallOwner: boolean; readonly stars?: number })[];
  /** Done for somebody without an account: asked on the phone whether they are satisfied (B6). A hundred at most, in no order. */
  readonly ratingCalls: readonly TicketRow[];
  /** Complaints, enquiries, suggestions that wait for an answer. */
  readonly inbox: readonly TicketRow[];
  readonly inboxCount: number;
}

/** Who is busy, who is free. */
export interface StaffLoad {
  readonly staffId: string;
  readonly name: string;
  readonly skills: readonly string[];
  readonly isOnDuty: boolean;
  readonly open: number;
  /** Minutes of ticket work per hour of today from the board's first hour on, done and planned. */
  readonly hours: readonly { readonly done: number; readonly planned: number }[];
}

export interface SupervisorBoard {
  readonly today: {
    /** Reported today. */
    readonly tickets: number;
    /** What that and others have opened today in other departments (B12). */
    readonly tasks: number;
    /** Per mille: those whose clocks came out today and were all kept, of those and those that missed one. */
    readonly onTime: number;
    readonly kept: number;
    readonly missed: number;
    /** Past their nearest deadline now. */
    readonly late: number;
  };
  readonly late: readonly TicketRow[];
  readonly staff: readonly StaffLoad[];
  /** With which hour of today everybody's `hours` begin: 8, in the evening later. */
  readonly firstHour: number;
  /** Open tickets per building, for the plan of the estate; linked tasks apart. */
  readonly buildings: readonly {
    readonly building: string;
    readonly open: number;
    readonly emergencies: number;
    readonly tasks: number;
  }[];
  /** Where more is open than a plan bears: it is drawn of so many, emergencies first, then what has not moved for the longest. */
  readonly undrawn?: { readonly drawn: number; readonly of: number };
  readonly checksDue: number;
}

/**
 * A month at a glance (manager), of what was reported in it. Shares are per mille, times minutes; each count opens exactly its tickets
 * (`ticketWork.list` with the figure's name).
 */
export interface TicketMonth {
  readonly month: Month;
  /** Where there were more: only so many, the first of the month, are in these figures, and the lists have more. */
  readonly summed?: number;
  readonly tickets: number;
  readonly closed: number;
  /** Of the repairs that are done, those that held the first time: `returned` are the others. */
  readonly firstTimeFix: number;
  readonly fixedFirst: number;
  readonly returned: number;
  /** How often somebody had to come again for those that were returned. */
  readonly repeatVisits: number;
  readonly satisfaction: {
    readonly rated: number;
    readonly meanStars: number;
    readonly poor: number;
    readonly byStars: readonly { readonly stars: StarCount; readonly count: number }[];
  };
  readonly clocks: readonly {
    readonly tier: Tier;
    readonly kind: SummedClock;
    /** Tickets whose clock came out; a ticket that missed it once counts as late. */
    readonly count: number;
    readonly late: number;
    readonly p50: number;
    readonly p95: number;
  }[];
  /** Minutes from the report to the repair or the answer. */
  readonly byProblem: readonly {
    readonly problem: Problem;
    readonly count: number;
    readonly p50: number;
    readonly p95: number;
  }[];
  readonly byDay: readonly { readonly day: Day; readonly count: number }[];
  readonly load: readonly {
    readonly staffId: string;
    readonly name: string;
    readonly closed: number;
    /** Linked tasks done besides. */
    readonly tasks: number;
  }[];
  /** What tickets have opened in other departments: in no other figure. */
  readonly tasks: { readonly opened: number; readonly done: number; readonly late: number };
  /** B10, analysed monthly. */
  readonly complaints: {
    readonly byGrade: readonly { readonly grade: ComplaintGrade; readonly count: number }[];
    readonly bySubject: readonly {
      readonly problem: Problem;
      readonly count: number;
      readonly lastMonth: number;
    }[];
    readonly escalated: number;
    readonly answeredInTime: number;
    readonly answered: number;
    readonly answeredLate: number;
  };
}

/** Published without names (B7). */
export interface Rectification {
  readonly problem: Problem;
  readonly what: string;
  readonly plan: string;
  readonly dueOn: Day;
  readonly publishedAt: number;
}

/** One question and answer of the company's own (B11). */
export interface KnowledgeEntry {
  readonly entryId: string;
  readonly question: string;
  readonly answer: string;
  readonly updatedAt: number;
  readonly updatedBy: string;
}

/** What a community sets for its tickets: how long each clock runs, in minutes (B3), when it goes a level up (B4), the ways (B2). */
export interface ServiceTerms {
  readonly emergency: {
    readonly respond: number;
    readonly arrive: number;
    readonly close: number;
    readonly revisit: number;
  };
  readonly general: { readonly respond: number; readonly close: number };
  readonly enquiry: { readonly answer: number };
  readonly complaint: Readonly<Record<ComplaintGrade, number>>;
  /** Silence after which work counts as accepted. */
  readonly acceptance: number;
  readonly poorRating: {
    readonly revisit: number;
    readonly supervisor: number;
    readonly manager: number;
    readonly plan: number;
  };
  /** No answer to an offer within so many minutes: the next one is asked. */
  readonly offer: { readonly emergency: number; readonly general: number };
  /** Late by so many minutes: from the supervisor to the project manager. */
  readonly toManager: { readonly emergency: number; readonly general: number };
  /** The buildings as they stand, row behind row, named as in the register. Absent: nobody has said, ways go by their numbers. */
  readonly buildingRows?: readonly (readonly string[])[];
}

export interface ShiftPlan {
  readonly staffId: string;
  readonly name: string;
  readonly isOnDuty: boolean;
  /** Until what is in hand is probably done; only of whoever is on duty. */
  readonly freeInMinutes?: number;
  /** Has left, or has other duties: what stands here can only be taken away. */
  readonly isPlannedNoMore?: true;
  /** Per day of the week that begins at `from`. */
  readonly days: readonly {
    readonly day: Day;
    readonly shift?: { readonly from: number; readonly to: number };
  }[];
}

/** A week of the roster that was planned as the week before was. */
export interface WeekCopied {
  readonly plans: readonly ShiftPlan[];
  /** Shifts that were planned. */
  readonly copied: number;
  /** Shifts that were taken away, as that day was free the week before. */
  readonly takenAway: number;
  /** Names of those who had shifts and can have none any more. */
  readonly left: readonly string[];
  /** What would overlap with a shift beside it, and was not planned. */
  readonly overlapping: readonly { readonly name: string; readonly day: Day }[];
  /** Days left as they are: a shift of theirs had begun, or the one to be copied would have. */
  readonly begun: readonly { readonly name: string; readonly day: Day }[];
  /** People whose turn is still to come, within minutes. */
  readonly waiting: number;
}

const community = z.strictObject({ communityId: id });
const minutes = z.int().check(z.gte(1), z.lte(43_200));
const buildingRow = z
  .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(20)))
  .check(z.minLength(1), z.maxLength(60));
const buildingRows = z.readonly(z.array(z.readonly(buildingRow)).check(z.maxLength(60)));
const minuteOfDay = z.int().check(z.gte(0), z.lte(2880));

export const ticketDesksContract = {
  'ticketDesks.customer': declareReading<CustomerDesk>()(community),
  'ticketDesks.supervisor': declareReading<SupervisorBoard>()(community),
  'ticketDesks.month': declareReading<TicketMonth>()(z.strictObject({ communityId: id, month })),
  'ticketDesks.rectifications': declareReading<{
    readonly rows: readonly Rectification[];
    readonly next?: string;
  }>()(z.strictObject({ communityId: id, after: cursor })),
  'ticketDesks.terms': declareReading<ServiceTerms>()(community),
  'ticketDesks.setTerms': declareChanging<ServiceTerms>()(
    z.strictObject({
      communityId: id,
      terms: z.strictObject({
        emergency: z.strictObject({ respond: minutes, arrive: minutes, close: minutes, revisit: minutes }),
        general: z.strictObject({ respond: minutes, close: minutes }),
        enquiry: z.strictObject({ answer: minutes }),
        complaint: z.strictObject({ minor: minutes, major: minutes, critical: minutes }),
        acceptance: minutes,
        poorRating: z.strictObject({
          revisit: minutes,
          supervisor: minutes,
          manager: minutes,
          plan: minutes,
        }),
        offer: z.strictObject({ emergency: minutes, general: minutes }),
        toManager: z.strictObject({ emergency: minutes, general: minutes }),
        buildingRows: z.optional(buildingRows),
      }),
    }),
  ),

  /** My own switch: from now on tickets may be given to me, or not. Refuses WORK_IN_HAND where an emergency is accepted. */
  'roster.switchDuty': declareChanging<{ readonly isOnDuty: boolean }>()(
    z.strictObject({ communityId: id, isOnDuty: z.boolean() }),
  ),
  'roster.week': declareReading<readonly ShiftPlan[]>()(z.strictObject({ communityId: id, from: day })),
  /** The supervisor plans one shift; absent takes it away. Minutes of the day, past midnight over 1,440. */
  'roster.setShift': declareChanging<readonly ShiftPlan[]>()(
    z.strictObject({
      communityId: id,
      staffId: id,
      day,
      shift: z.optional(z.strictObject({ from: minuteOfDay, to: minuteOfDay })),
    }),
  ),
  /**
   * The supervisor plans the seven days from `from` on as the seven before were, except what has begun. Where something stands there already, `keeps` says which
   * stays: what is planned, or what is copied (then a day that was free is free again).
   */
  'roster.copyWeek': declareChanging<WeekCopied>()(
    z.strictObject({ communityId: id, from: day, keeps: z.optional(z.enum(['planned', 'copied'])) }),
  ),

  /** The company's own answers that fit a question, best first, at most three; empty where nothing fits (then a person answers). */
  'knowledge.ask': declareReading<readonly KnowledgeEntry[]>()(
    z.strictObject({ communityId: id, text: words }),
  ),
  'knowledge.list': declareReading<{ readonly rows: readonly KnowledgeEntry[]; readonly next?: string }>()(
    z.strictObject({ communityId: id, after: cursor }),
  ),
  'knowledge.save': declareChanging<KnowledgeEntry>()(
    z.strictObject({ communityId: id, entryId: z.optional(id), question: sentence, answer: words }),
  ),
  'knowledge.remove': declareChanging<{ readonly entryId: string }>()(
    z.strictObject({ communityId: id, entryId: id }),
  ),
} as const;
