import * as z from 'zod/mini';
import type { Day } from '../day';
import type { Fen } from '../money';
import {
  type CheckState,
  type CheckSubject,
  type ClockKind,
  type ComplaintGrade,
  complaintGrades,
  type PauseReason,
  type Problem,
  problems,
  type TicketChannel,
  type TicketState,
  type TicketType,
  ticketTypes,
  type Urgency,
  urgencies,
} from '../ticket';
import { declareChanging, declareReading } from './declare';
import { cursor, id, personName, placePart, sentence, words } from './fields';
import { fileId, photos, ratedWords, report, stars, voice, window } from './ticketFields';

/** What a text seems to be, with how sure that is: below its confidence the screen asks instead of guessing (B1). */
export interface Recognised {
  readonly type: TicketType;
  readonly problem: Problem;
  readonly urgency: Urgency;
  readonly isSureOf: { readonly type: boolean; readonly problem: boolean; readonly urgency: boolean };
  /** Gas, fire, somebody hurt, a crime: these are called first. */
  readonly callFirst?: '119' | '120' | '110';
  /** One sentence: what helps until somebody comes. */
  readonly advice?: string;
}

/** What the report screen needs for its first paint. */
export interface ReportForm {
  readonly homeId: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly place: string;
  /** Masked: the reporter knows them. */
  readonly contact: { readonly name: string; readonly phone: string };
  /** Where this person's photos and voice are uploaded: `people/…`. Nobody else's file is taken. */
  readonly folder: string;
  /** Minutes per tier, for the promise under the form. */
  readonly promises: readonly {
    readonly urgency: Urgency;
    readonly respond?: number;
    readonly arrive?: number;
    readonly close?: number;
    readonly answer?: number;
  }[];
  readonly servicePhone?: string;
}

/** A photo or a voice, by a link that expires. Without a link it has not passed the check, and the reader is not its sender. */
export interface TicketFile {
  readonly fileId?: string;
  readonly link?: string;
  readonly check: CheckState;
  readonly at: number;
  /** A voice's length. */
  readonly seconds?: number;
}

/** One step of the life of a ticket, as its reader may see it. Newest first. */
export interface TicketStep {
  readonly at: number;
  /** The move, or an event that moved nothing (`added`, `escalated`, `revisited`). */
  readonly what: string;
  /** 张师傅, 客服, 您. */
  readonly by?: string;
  /** A sentence of it: the reason, the appointment, what was added. */
  readonly note?: string;
  readonly files?: readonly TicketFile[];
}

export interface ClockView {
  readonly kind: ClockKind;
  readonly startedAt: number;
  readonly by: number;
  readonly stoppedAt?: number;
  /** Stands still since, and why. */
  readonly pausedSince?: number;
  /** How many deadlines of this kind were missed before this one took their place; absent where none was. */
  readonly missed?: number;
  /** 0 in time, 1 warned, 2 with the supervisor, 3 with the project manager. */
  readonly level: number;
}

export interface Material {
  readonly name: string;
  readonly quantity: number;
  /** Each. */
  readonly price: Fen;
  /** 旧件已交回 */
  readonly isOldReturned: boolean;
}

/** A time between two instants, agreed or proposed. */
export interface Appointment {
  readonly from: number;
  readonly to: number;
  readonly isConfirmed: boolean;
}

export interface TicketRating {
  readonly stars: number;
  readonly words: readonly string[];
  readonly text?: string;
  /** What WeChat says of the text; others than its writer are only given one that has passed. */
  readonly textCheck?: CheckState | undefined;
  readonly photos: readonly TicketFile[];
  readonly at: number;
  /** Who asked on the phone and wrote it down; absent where the reporter rated on the own phone. */
  readonly takenBy?: string;
}

export interface Revisit {
  readonly level: 1 | 2 | 3;
  readonly at: number;
  readonly by: string;
  readonly isSatisfied: boolean;
  readonly note: string;
}

/** A ticket of a list. */
export interface TicketRow {
  readonly ticketId: string;
  /** 20261116-0038 */
  readonly number: string;
  readonly type: TicketType;
  readonly problem: Problem;
  readonly urgency: Urgency;
  readonly title: string;
  readonly place: string;
  readonly state: TicketState;
  readonly reportedAt: number;
  readonly movedAt: number;
  /** 张师傅, whoever has it now. */
  readonly assignee?: string;
  /** The nearest running clock. */
  readonly clock?: ClockView;
  readonly grade?: ComplaintGrade;
  /** By its words alone: customer service has not graded it. */
  readonly isGradeSuggested?: true;
  readonly appointment?: Appointment;
}

/** A ticket opened, as its reader may see it. What may be done next by this very reader stands in `can`. */
export interface TicketView extends TicketRow {
  readonly communityId: string;
  readonly homeId?: string;
  readonly spot?: string;
  /** Missing where the check has not passed it and the reader is not its sender. */
  readonly text?: string;
  readonly textCheck: CheckState;
  readonly photos: readonly TicketFile[];
  readonly voice?: TicketFile;
  readonly channel: TicketChannel;
  /** Absent: as soon as possible. */
  readonly window?: Appointment;
  /** The name in full to whoever has accepted it, until it ends, and to the desks; the number masked: they open it by `ticketWork.openContact`. */
  readonly contact?: { readonly name: string; readonly phone: string };
  readonly engineer?: { readonly staffId: string; readonly name: string; readonly phone: string };
  /** Why this person, in one sentence; to the home without minutes that are a guess. */
  readonly because?: string;
  readonly clocks: readonly ClockView[];
  readonly paused?: { readonly since: number; readonly reason: PauseReason; readonly note: string };
  readonly steps: readonly TicketStep[];
  readonly checklist: readonly { readonly item: string; readonly at?: number }[];
  readonly before: readonly TicketFile[];
  readonly after: readonly TicketFile[];
  readonly materials: readonly Material[];
  readonly result?: string;
  readonly answers: readonly {
    readonly text: string;
    readonly by: string;
    readonly at: number;
    readonly helped?: boolean;
  }[];
  readonly signed?: {
    /** Their signatures. */
    readonly engineer?: TicketFile;
    readonly owner?: TicketFile;
    /** Accepted by itself after 72 hours of silence. */
    readonly isSilent?: boolean;
  };
  readonly rating?: TicketRating;
  readonly revisits: readonly Revisit[];
  /** 整改方案, published without names. */
  readonly plan?: { readonly text: string; readonly at: number; readonly dueOn: Day };
  readonly links: readonly {
    readonly ticketId: string;
    readonly relation: 'parent' | 'task';
    readonly title: string;
    readonly state: TicketState;
    readonly assignee?: string;
  }[];
  /** After-check (事后抽查): only to supervisors and project managers. */
  readonly afterCheck?: {
    readonly state: 'due' | 'good' | 'bad';
    /** What it was picked for; older ones for how they were given. */
    readonly about?: CheckSubject;
    readonly note?: string;
  };
  /** Minutes within which a poor rating has its plan; only while it is to be rated. */
  readonly planWithin?: number;
  /** Until when the plan is promised after a poor rating. */
  readonly planBy?: number;
  /** Actions of the contract that this reader may ask for now. */
  readonly can: readonly string[];
}

export interface TicketPage {
  readonly rows: readonly TicketRow[];
  readonly next?: string;
}

const ticketId = z.strictObject({ ticketId: id });

export const ticketsContract = {
  'tickets.recognise': declareReading<Recognised>()(
    z.strictObject({ text: z.string().check(z.maxLength(1000)) }),
  ),
  'tickets.form': declareReading<ReportForm>()(z.strictObject({ homeId: id })),
  /** My home's repairs and what I myself have asked, newest first; `which` open for the home screen's card. */
  'tickets.mine': declareReading<TicketPage>()(
    z.strictObject({ homeId: id, which: z.enum(['open', 'all']), after: cursor }),
  ),
  'tickets.ticket': declareReading<TicketView>()(ticketId),

  /** Refuses NOTHING_REPORTED (neither text nor voice), FILE_NOT_YOURS, FILE_NOT_UPLOADED, WINDOW_NOT_POSSIBLE, TOO_MANY_TICKETS, of an emergency only TOO_MANY_EMERGENCIES. An emergency is a repair, whatever was chosen: it is dispatched. */
  'tickets.report': declareChanging<TicketView>()(z.strictObject({ homeId: id, ...report })),
  /** Staff take down what came by phone, over the counter or on the way, or what they found on patrol (E3); with a home, or a place of the common area. */
  'tickets.takeReport': declareChanging<TicketView>()(
    z.strictObject({
      communityId: id,
      channel: z.enum(['phone', 'counter', 'walkIn', 'patrol']),
      place: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('home'), building: placePart, unit: placePart, room: placePart }),
        z.strictObject({ kind: z.literal('common'), building: placePart, where: sentence }),
      ]),
      contact: z.optional(
        z.strictObject({ name: personName, phone: z.string().check(z.regex(/^\d{5,15}$/)) }),
      ),
      ...report,
    }),
  ),
  /** Whoever reported it, or took it down, adds words or photos while it is open, and the recording that an emergency did not wait for. */
  'tickets.add': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, text: z.optional(words), photos, voice: z.optional(voice) }),
  ),
  'tickets.cancel': declareChanging<TicketView>()(z.strictObject({ ticketId: id, reason: sentence })),
  /** The owner agrees to the appointment that was proposed, or names another time. */
  'tickets.confirmAppointment': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, other: z.optional(window) }),
  ),
  /** 验收: signed on the screen. `signature` is an uploaded picture. */
  'tickets.acceptWork': declareChanging<TicketView>()(z.strictObject({ ticketId: id, signature: fileId })),
  /** 还没修好: back to the engineer. */
  'tickets.rejectWork': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, reason: sentence, photos }),
  ),
  /** Once per ticket. Two stars or fewer start the revisits (B7). */
  'tickets.rate': declareChanging<TicketView>()(
    z.strictObject({
      ticketId: id,
      stars,
      words: ratedWords,
      text: z.optional(sentence),
      photos,
    }),
  ),
  /** Does the answer help; where not, it goes a level up. */
  'tickets.judgeAnswer': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, helped: z.boolean(), reason: z.optional(sentence) }),
  ),

  /** Customer service answers a complaint, an enquiry, a suggestion in writing. */
  'tickets.answer': declareChanging<TicketView>()(z.strictObject({ ticketId: id, text: words })),
  'tickets.grade': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, grade: z.enum(complaintGrades), reason: sentence }),
  ),
  /** Staff put right what a ticket is (an emergency that is none, a repair told as a complaint). */
  'tickets.correct': declareChanging<TicketView>()(
    z.strictObject({
      ticketId: id,
      type: z.enum(ticketTypes),
      problem: z.enum(problems),
      urgency: z.enum(urgencies),
      reason: sentence,
    }),
  ),
} as const;
