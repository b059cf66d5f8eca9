import * as z from 'zod/mini';
import type { Duty } from '../role';
import { type CheckSubject, pauseReasons } from '../ticket';
import { dayFigures, deskLists, figures } from '../ticketFigures';
import { declareChanging, declareReading } from './declare';
import { cursor, day, id, month, personName, placePart, sentence, unsignedAmount } from './fields';
import { fileId, photos, ratedWords, stars, window } from './ticketFields';
import type { TicketPage, TicketRow, TicketStep, TicketView } from './tickets';

/** An engineer's own day: who I am, am I on duty, what is in my hands by nearest clock. */
export interface WorkQueue {
  readonly staffId: string;
  readonly name: string;
  readonly duties: readonly Duty[];
  readonly skills: readonly string[];
  readonly areas: readonly string[];
  readonly isOnDuty: boolean;
  readonly shift?: { readonly from: number; readonly to: number };
  /** Where a file of this person is uploaded. */
  readonly folder: string;
  /** What waits for my answer, the nearest clock first, opened. */
  readonly offered: readonly TicketView[];
  readonly next: readonly TicketRow[];
  /** Waits for anybody who can; the skill is mine. */
  readonly open: readonly TicketRow[];
}

/** One column of 为什么派给他. */
export interface DispatchCandidate {
  readonly staffId: string;
  readonly name: string;
  readonly standing: 'given' | 'next' | 'other' | 'unfit';
  readonly hasSkill: boolean;
  readonly isInArea: boolean;
  readonly walkMinutes: number;
  /** The company has not written how the two buildings stand: told by their numbers. */
  readonly isWayGuess?: true;
  readonly openEmergencies: number;
  readonly open: number;
  /** Until free, then the walk; not of whoever could not be given it, nor in older records. */
  readonly arrivalMinutes?: number;
  /** Why not this person; whoever was given it has none. */
  readonly reason?: string;
}

/** Why a ticket went to somebody (or waits), told from what stood at that moment. */
export interface DispatchWhy {
  readonly ticket: TicketRow;
  readonly at: number;
  readonly ruleVersion: number;
  readonly sentence: string;
  readonly principle: string;
  readonly skill: string;
  readonly place: string;
  /** The first of them; `onDuty` and `skilled` count all there were. Older decisions have kept no count. */
  readonly candidates: readonly DispatchCandidate[];
  readonly onDuty?: number;
  readonly skilled?: number;
  /** 当时的情况: who had it, declined it, came, up to now; oldest first. */
  readonly course: readonly TicketStep[];
  readonly afterCheck?: {
    readonly state: 'due' | 'good' | 'bad';
    /** What it was picked for; older ones for how they were given. */
    readonly about?: CheckSubject;
    readonly note?: string;
  };
  readonly can: readonly string[];
}

/** Somebody a ticket could be handed to. */
export interface Colleague {
  readonly staffId: string;
  readonly name: string;
  readonly skills: readonly string[];
  readonly isOnDuty: boolean;
  readonly open: number;
  /** Until what is in hand is done, as long as such things usually take. */
  readonly freeInMinutes: number;
  /** The shift that lasts now, else the next one up to tomorrow. */
  readonly shift?: { readonly from: number; readonly to: number };
  readonly walkMinutes: number;
  /** What the rule would choose. */
  readonly isAdvised: boolean;
}

/** A list behind a figure of the desks. */
export interface CountedPage extends TicketPage {
  /** How many the whole list has, on its first page: what the figure said. */
  readonly total?: number;
}

/** Whom to call about a ticket. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

const ticketId = z.strictObject({ ticketId: id });
const ofDesk = { communityId: id, staffId: z.optional(id), after: cursor };

export const ticketWorkContract = {
  'ticketWork.queue': declareReading<WorkQueue>()(z.strictObject({ communityId: id })),
  'ticketWork.why': declareReading<DispatchWhy>()(ticketId),
  'ticketWork.colleagues': declareReading<readonly Colleague[]>()(ticketId),

  /** The whole number of whoever reported it, shown masked everywhere else: whoever has it in hand and the desks. Leaves an audit entry. */
  'ticketWork.openContact': declareChanging<Contact>()(ticketId),

  /** Refuses TICKET_TAKEN, TICKET_MOVED. From `offered` by whom it was offered to; from `waiting` by whoever has the skill and is on duty. */
  'ticketWork.accept': declareChanging<TicketView>()(ticketId),
  'ticketWork.decline': declareChanging<TicketView>()(z.strictObject({ ticketId: id, reason: sentence })),
  'ticketWork.transfer': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, to: id, reason: sentence }),
  ),
  /** The supervisor gives it to somebody, whatever the rule says. */
  'ticketWork.override': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, to: id, reason: sentence }),
  ),
  /** By the code at the door or the building's, as `wx.scanCode` gives it; `cannotScan` tells why where there is none. Refuses WRONG_CODE. */
  'ticketWork.checkIn': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, code: z.optional(sentence), cannotScan: z.optional(sentence) }),
  ),
  'ticketWork.tick': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, item: sentence, isDone: z.boolean() }),
  ),
  'ticketWork.addPhotos': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, when: z.enum(['before', 'after']), photos }),
  ),
  /** The whole list, as it shall be. */
  'ticketWork.setMaterials': declareChanging<TicketView>()(
    z.strictObject({
      ticketId: id,
      materials: z
        .array(
          z.strictObject({
            name: personName,
            quantity: z.int().check(z.gte(1), z.lte(999)),
            price: unsignedAmount,
            isOldReturned: z.boolean(),
          }),
        )
        .check(z.maxLength(20)),
    }),
  ),
  'ticketWork.pause': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, reason: z.enum(pauseReasons), note: sentence }),
  ),
  'ticketWork.resume': declareChanging<TicketView>()(ticketId),
  /** Cannot finish today: why, and a new time that the owner confirms. */
  'ticketWork.postpone': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, reason: sentence, appointment: window }),
  ),
  /** Refuses CHECKLIST_OPEN, PHOTO_MISSING, TASKS_OPEN. `signature` is the engineer's, an uploaded picture. */
  'ticketWork.finish': declareChanging<TicketView>()(
    z.strictObject({
      ticketId: id,
      result: sentence,
      signature: fileId,
    }),
  ),
  /** A revisit of an emergency or of a poor rating, by the one whose level it is. */
  'ticketWork.revisit': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, isSatisfied: z.boolean(), note: sentence }),
  ),
  /**
   * Customer service writes down what a reporter without an account says on the phone (B6); two stars or fewer start the revisits as any
   * rating. Refuses NO_RATING_TO_ASK where they rate on their own phone, ALREADY_RATED.
   */
  'ticketWork.takeRating': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, stars, words: ratedWords, text: z.optional(sentence) }),
  ),
  /** Nobody answers, or would rather not say: no longer in the list of calls. Refuses NO_RATING_TO_ASK, ALREADY_RATED. */
  'ticketWork.giveUpRating': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, reason: sentence }),
  ),
  /** 整改方案 within 24 hours of a poor rating; published without names: refuses PLAN_NAMES_SOMEBODY, NO_PLAN_DUE. */
  'ticketWork.plan': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, text: sentence, dueOn: z.iso.date() }),
  ),
  'ticketWork.afterCheck': declareChanging<TicketView>()(
    z.strictObject({ ticketId: id, verdict: z.enum(['good', 'bad']), note: z.optional(sentence) }),
  ),
  /**
   * The tickets that a figure of a desk counts, these and no others: of now (perhaps of one building or one member of staff), of what was
   * reported in a month or on a day, of the clocks that came out on a day.
   */
  'ticketWork.list': declareReading<CountedPage>()(
    z.union([
      z.strictObject({
        ...ofDesk,
        which: z.enum(deskLists),
        building: z.optional(z.string().check(z.maxLength(30))),
      }),
      z.strictObject({ ...ofDesk, which: z.enum(figures), month }),
      z.strictObject({ ...ofDesk, which: z.enum(figures), day }),
      z.strictObject({ ...ofDesk, which: z.enum(dayFigures), day }),
    ]),
  ),
  /**
   * For whoever calls the desk: all that was reported for a home of the community, newest first (without a unit: of the room in every unit
   * of the building), or by whoever has this phone number or this name, whole and exactly so; or the one ticket of a number. What
   * there is not finds nothing. Refuses HOME_NOT_FOUND.
   */
  'ticketWork.find': declareReading<TicketPage>()(
    z.union([
      z.strictObject({ communityId: id, number: z.string().check(z.regex(/^\d{8}-\d{4}$/)), after: cursor }),
      z.strictObject({
        communityId: id,
        building: placePart,
        unit: z.optional(placePart),
        room: placePart,
        after: cursor,
      }),
      z.strictObject({ communityId: id, phone: z.string().check(z.regex(/^\d{5,15}$/)), after: cursor }),
      z.strictObject({ communityId: id, name: personName, after: cursor }),
    ]),
  ),
} as const;
