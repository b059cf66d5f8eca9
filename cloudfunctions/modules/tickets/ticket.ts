import type { ServiceTerms } from '../../../types/contract/ticketDesks';
import type { Appointment, Material } from '../../../types/contract/tickets';
import type { Day, Instant } from '../../../types/day';
import type {
  CheckState,
  CheckSubject,
  ClockKind,
  ComplaintGrade,
  PauseReason,
  Problem,
  TicketChannel,
  TicketState,
  TicketType,
  Urgency,
} from '../../../types/ticket';
import type { DayFigure, DeskList, Figure } from '../../../types/ticketFigures';
import type { Stored } from '../../kernel/collection';
import type { Explanation } from './dispatch/explain';

/** The lists of the desks that a ticket stands in: what their figures count and open. */
export type ListName = Exclude<DeskList, 'late'>;

/** A figure of a month, or of one day, that a ticket is counted in. */
export type CountedAs = Figure | `${DayFigure}@${Day}`;

/** An uploaded file of a ticket. */
export interface KeptFile {
  readonly fileId: string;
  readonly at: Instant;
  readonly check: CheckState;
  /** What WeChat looked at: a copy where no phone can write. Everybody but the sender gets a link to it alone. */
  readonly copyId?: string;
  /** The account that sent it: in whose name WeChat checks it. */
  readonly by?: string;
  /** When WeChat was asked; its word comes later, by a trace (`contentChecks`). */
  readonly askedAt?: Instant;
  readonly seconds?: number;
}

/** Words of a person, with what WeChat's check said of them. */
export interface CheckedText {
  readonly text: string;
  readonly check: CheckState;
  /** The account that wrote it: in whose name WeChat checks it, and who sees it before. */
  readonly by?: string;
}

/** A deadline that runs, stands still, has stopped, or has been missed up to a level. */
export interface Clock {
  readonly kind: ClockKind;
  readonly startedAt: Instant;
  /** The deadline; a pause that has ended has moved it. */
  readonly by: Instant;
  readonly stoppedAt?: Instant;
  readonly pausedSince?: Instant;
  /** Deadlines of this kind that were missed before it began anew or was moved: what was late stays late. */
  readonly missed?: readonly Missed[];
  /** The highest level told: 0 nobody, 1 whoever has it was warned, 2 the supervisor, 3 the project manager. */
  readonly level: 0 | 1 | 2 | 3;
}

/** A deadline that was missed, with when it was given up for another. */
export interface Missed {
  readonly startedAt: Instant;
  readonly by: Instant;
  readonly until: Instant;
  readonly level: Clock['level'];
}

/** One entry of the timeline, written with the move it tells of. Never changed. */
export interface Step {
  readonly at: Instant;
  readonly what: string;
  /** As the owner reads it: 张师傅, 客服, 系统. */
  readonly by?: string;
  readonly staffId?: string;
  readonly openid?: string;
  readonly note?: CheckedText;
  readonly files?: readonly KeptFile[];
}

/** In whose hands it is. */
export interface Assignee {
  readonly staffId: string;
  readonly openid?: string;
  readonly name: string;
  readonly phone: string;
  readonly givenAt: Instant;
  /** While it is offered: no answer by then, and the next one is asked. */
  readonly answerBy?: Instant;
  readonly acceptedAt?: Instant;
}

/** Who had it and did not keep it: not asked a second time by the rule. */
export interface Turned {
  readonly staffId: string;
  readonly at: Instant;
  /** `sooner`: the rule gave what was accepted and not begun to somebody who is there sooner; once per ticket. */
  readonly how: 'declined' | 'noAnswer' | 'transferred' | 'overridden' | 'offDuty' | 'sooner';
  readonly reason?: string;
}

/** Why it was given to somebody, or why it waits, kept as it stood. */
export interface DispatchRecord extends Explanation {
  readonly at: Instant;
  readonly skill: string;
  readonly place: string;
  /** Absent: nobody was left, and the supervisor has been told. */
  readonly givenTo?: string;
}

export interface Answer {
  readonly text: string;
  readonly by: string;
  readonly staffId: string;
  readonly at: Instant;
  readonly helped?: boolean;
}

export interface Rating {
  readonly stars: number;
  readonly words: readonly string[];
  readonly text?: CheckedText;
  readonly photos: readonly KeptFile[];
  readonly at: Instant;
  /** Who asked on the phone and wrote it down, where the reporter has no account; the timeline has their staffId. */
  readonly takenBy?: string;
}

export interface RevisitRecord {
  readonly level: 1 | 2 | 3;
  readonly at: Instant;
  readonly by: string;
  readonly staffId: string;
  readonly isSatisfied: boolean;
  readonly note: string;
}

/**
 * A ticket (工单) as it lies on disk: the aggregate and the lock of everything about it. Who changes it writes this document, so two
 * engineers cannot both have it. `life.ts` is the table of its states.
 */
export interface Ticket extends Stored {
  readonly communityId: string;
  /** 20261116-0038: the day of the report and four digits; with the community it is the `_id`. */
  readonly number: string;
  readonly type: TicketType;
  readonly problem: Problem;
  readonly urgency: Urgency;
  readonly grade?: ComplaintGrade;
  /** By its words alone: nobody has graded it yet. */
  readonly isGradeSuggested?: true;
  readonly title: CheckedText;
  readonly text: CheckedText;
  readonly photos: readonly KeptFile[];
  readonly voice?: KeptFile;
  readonly channel: TicketChannel;
  readonly reportedAt: Instant;
  /** Last change of state: what lists are ordered by. */
  readonly movedAt: Instant;

  /** Absent for a place of the common area. */
  readonly homeId?: string;
  /** 3栋2单元1201 */
  readonly place: string;
  /** As in a staff member's areas: 3栋. */
  readonly building: string;
  readonly spot?: string;
  readonly window?: Appointment;
  readonly reporter: {
    readonly openid?: string;
    readonly residentId?: string;
    readonly name: string;
    readonly phone: string;
    /** The member of staff who took it down. */
    readonly takenBy?: string;
    /** Nobody was named: who took it down stands here for the community, and is asked for no rating. */
    readonly isTaker?: true;
  };

  readonly state: TicketState;
  readonly assignee?: Assignee;
  readonly turned: readonly Turned[];
  readonly dispatch?: DispatchRecord;
  readonly clocks: readonly Clock[];
  readonly steps: readonly Step[];
  /** The lists it stands in, the figures it is counted in, its nearest running deadline: `filed` works them out at every write. */
  readonly lists?: readonly ListName[];
  readonly counted?: readonly CountedAs[];
  readonly clockBy?: Instant;
  /** How often WeChat was asked in vain about what is pending. */
  readonly contentAsks?: number;

  /** `told`: when the supervisor last heard that it stands still (`pauses.ts`). */
  readonly paused?: {
    readonly since: Instant;
    readonly reason: PauseReason;
    readonly note: string;
    readonly told?: Instant;
  };
  readonly appointment?: Appointment;
  readonly checkedInAt?: Instant;
  /** Why no code was scanned at the last check-in: looked into by the after-check. */
  readonly cannotScan?: string;
  readonly checklist: readonly { readonly item: string; readonly at?: Instant }[];
  readonly before: readonly KeptFile[];
  readonly after: readonly KeptFile[];
  readonly materials: readonly Material[];
  readonly result?: string;
  /** How often it went back to the engineer, or could not be finished: not fixed the first time. */
  readonly comebacks: number;
  readonly signed?: {
    readonly engineer?: KeptFile;
    readonly owner?: KeptFile;
    readonly isSilent?: boolean;
  };
  readonly answers: readonly Answer[];
  readonly rating?: Rating;
  /** When customer service gave up asking for a rating on the phone. */
  readonly ratingGivenUpAt?: Instant;
  readonly revisits: readonly RevisitRecord[];
  readonly plan?: { readonly text: string; readonly at: Instant; readonly dueOn: Day };
  /** What had been repaired in this home within the 30 days before: of one of these it is a repeat visit (`returns.ts`). */
  readonly mendedLately?: readonly Problem[];
  /** The ticket that opened this one (B12). */
  readonly parentId?: string;
  readonly taskIds: readonly string[];
  readonly afterCheck?: {
    readonly state: 'due' | 'good' | 'bad';
    /** What is to be looked at; older ones were picked for how they were given. */
    readonly about?: CheckSubject;
    readonly by?: string;
    readonly at?: Instant;
    readonly note?: string;
  };
}

/** What the rules of a ticket need of its community. */
export type Terms = ServiceTerms;
