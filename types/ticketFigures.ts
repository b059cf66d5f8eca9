import {
  type ClockKind,
  type ComplaintGrade,
  complaintGrades,
  type Problem,
  problems,
  type TicketType,
  type Urgency,
} from './ticket';

/** Whose promise a clock keeps: a repair's by its urgency, everything else's by what it is (B3, B10). */
export const tiers = ['emergency', 'general', 'complaint', 'enquiry', 'suggestion'] as const;
export type Tier = (typeof tiers)[number];

/** Clocks whose keeping is summed: all but `acceptance`, in which nobody is late. */
export const summedClocks = [
  'respond',
  'arrive',
  'close',
  'answer',
  'revisit',
  'revisitSupervisor',
  'revisitManager',
  'plan',
] as const satisfies readonly ClockKind[];
export type SummedClock = (typeof summedClocks)[number];

export const starCounts = [1, 2, 3, 4, 5] as const;
export type StarCount = (typeof starCounts)[number];

const plainFigures = [
  /** All that somebody reported; what that has opened in other departments (B12) is counted apart, in no figure but the three of tasks. */
  'reported',
  /** Linked tasks; those that are done; those that missed a clock. */
  'tasks',
  'tasksDone',
  'tasksLate',
  /** Closed, rated or not. */
  'done',
  /** Repairs that are done and held the first time; and those that did not (`modules/tickets/returns.ts`). */
  'fixedFirst',
  'returned',
  'rated',
  /** Two stars or fewer (B7). */
  'poor',
  /** Complaints that went up to the supervisor or further; complaints whose answer came out, or was owed and late. */
  'escalated',
  'answered',
  'answeredLate',
] as const;

/**
 * What the month of a desk counts, each the name of a list of exactly those tickets. `clock` are those whose clock of this kind came out,
 * kept or missed; `late` those among them that missed it, once or more.
 */
export type Figure =
  | (typeof plainFigures)[number]
  | `stars-${StarCount}`
  | `problem-${Problem}`
  | `subject-${Problem}`
  | `grade-${ComplaintGrade}`
  | `clock-${Tier}-${SummedClock}`
  | `late-${Tier}-${SummedClock}`;

/** What desks count as it stands now, perhaps of one building or one member of staff. */
export const deskLists = [
  'open',
  /** What other tickets have opened in other departments, not done yet. */
  'openTasks',
  /** Offered to somebody, accepted, worked on or paused. */
  'inHands',
  /** Past the nearest running deadline. */
  'late',
  'emergencies',
  /** Emergencies that are not done; their tasks are among `openTasks`. */
  'openEmergencies',
  'inbox',
  'revisits',
  /** Done, and to be asked for a rating on the phone: the reporter has no account. */
  'ratingCalls',
  'afterChecks',
  'closed',
] as const;
export type DeskList = (typeof deskLists)[number];

/** What a board counts of one day: whose clock came out in it and all in time, whose deadline passed in it. */
export const dayFigures = ['kept', 'missed'] as const;
export type DayFigure = (typeof dayFigures)[number];

export const figures: readonly Figure[] = [
  ...plainFigures,
  ...starCounts.map((stars) => `stars-${stars}` as const),
  ...problems.flatMap((problem) => [`problem-${problem}`, `subject-${problem}`] as const),
  ...complaintGrades.map((grade) => `grade-${grade}` as const),
  ...tiers.flatMap((tier) =>
    summedClocks.flatMap((kind) => [`clock-${tier}-${kind}`, `late-${tier}-${kind}`] as const),
  ),
];

export function isSummed(kind: ClockKind): kind is SummedClock {
  return summedClocks.some((one) => one === kind);
}

export function tierOf({ type, urgency }: { readonly type: TicketType; readonly urgency: Urgency }): Tier {
  if (type !== 'repair') return type;
  return urgency === 'emergency' ? 'emergency' : 'general';
}
