import * as z from 'zod/mini';
import { declareChanging, declareReading } from './declare';
import { cursor, id, sentence } from './fields';

/** What a message is about; chooses its picture. */
export type MessageSubject = 'bill' | 'payment' | 'refund' | 'invoice' | 'home' | 'ticket' | 'work';

/** One message in a person's own inbox. */
export interface InboxMessage {
  readonly messageId: string;
  readonly subject: MessageSubject;
  /** 本期账单出来了 */
  readonly title: string;
  /** 3栋2单元1201，物业费、水费 ¥1,304.60 */
  readonly body: string;
  readonly at: number;
  readonly isRead: boolean;
  /** The page it opens, with its query, without a leading slash. */
  readonly page?: string;
}

export interface Inbox {
  readonly messages: readonly InboxMessage[];
  readonly unread: number;
  /** How many reminders WeChat may still bring this person, all templates together (微信提醒还能发 n 次). */
  readonly reminders: number;
  readonly next?: string;
}

/** The tap after which a person is asked for consent. `work`, of staff: going on duty, taking a ticket, finishing one. */
export const consentOccasions = [
  'paid',
  'bindingAsked',
  'invoiceAsked',
  'reported',
  'inbox',
  'work',
] as const;
export type ConsentOccasion = (typeof consentOccasions)[number];

/** One template as `wx.requestSubscribeMessage` needs it, at which taps to ask for it, and what the asker has left of it. */
export interface ConsentTemplate {
  readonly templateId: string;
  readonly title: string;
  readonly occasions: readonly ConsentOccasion[];
  /** How many reminders of it WeChat may still bring whoever asks; 0 where WeChat has taken it away. */
  readonly remaining: number;
}

/** What WeChat answered for one template: accept and reject are the person's, ban and filter WeChat's own. */
export const consentAnswers = ['accept', 'reject', 'ban', 'filter'] as const;

/** Why WeChat could not bring a message. */
export type NotReachedReason =
  /** No WeChat account is bound, or nobody holds the duty. */
  | 'noAccount'
  /** No consent is left. The message lies in the inbox. */
  | 'noConsent'
  /** The person has banned, or WeChat refuses this account. */
  | 'refused'
  /** WeChat did not answer for too long, or our template is not in order. */
  | 'failed';

export const settledHows = ['called', 'visited', 'texted', 'slip', 'noNeed'] as const;
export type SettledHow = (typeof settledHows)[number];

/** Residents are called by customer service; a colleague is told in passing, or the duty is given to somebody. */
export const notReachedAmong = ['residents', 'staff'] as const;
export type NotReachedAmong = (typeof notReachedAmong)[number];

/** Somebody whom a message did not reach, for staff to reach otherwise. */
export interface NotReached {
  readonly notReachedId: string;
  readonly subject: MessageSubject;
  readonly title: string;
  readonly body: string;
  readonly at: number;
  readonly reason: NotReachedReason;
  /** In full: the person is to be called. Absent where a duty was addressed that nobody holds. */
  readonly name?: string;
  readonly phone?: string;
  /** Has been read in the mini-program meanwhile. */
  readonly isSeen: boolean;
  readonly settled?: {
    readonly how: SettledHow;
    readonly by: string;
    readonly at: number;
    readonly note?: string;
  };
}

export interface NotReachedPage {
  readonly rows: readonly NotReached[];
  /** Of the community, among these, not yet settled. */
  readonly open: number;
  readonly next?: string;
}

/** A sheet of printed bill slips (缴费通知单). */
export interface SlipSheet {
  /** A PDF; the link is good for minutes. */
  readonly link: string;
  readonly slips: number;
  /** Homes of those asked for that owe nothing: they have no slip. */
  readonly withoutDue: number;
}

/** A building's code to print. */
export interface CodeSheet {
  /** A PDF; the link is good for minutes. */
  readonly link: string;
}

/** What fits in one commit; a whole list is marked by 'all'. */
const markedAtOnce = 16;

/** Ours: three sheets of three; WeChat makes a code for each. */
const slipsAtOnce = 9;

export const messagesContract = {
  /** My own, newest first. */
  'messages.listInbox': declareReading<Inbox>()(z.strictObject({ after: cursor })),
  /** Marks these, or everything up to now. */
  'messages.markRead': declareChanging<{ readonly unread: number }>()(
    z.strictObject({
      messageIds: z.union([z.literal('all'), z.array(id).check(z.minLength(1), z.maxLength(markedAtOnce))]),
    }),
  ),
  'messages.templates': declareReading<readonly ConsentTemplate[]>()(z.strictObject({})),
  /** What WeChat answered when the phone asked for consent. */
  'messages.recordConsent': declareChanging<{ readonly reminders: number }>()(
    z.strictObject({
      answers: z
        .array(
          z.strictObject({
            templateId: z.string().check(z.minLength(1), z.maxLength(64)),
            answer: z.enum(consentAnswers),
          }),
        )
        .check(z.minLength(1), z.maxLength(5)),
    }),
  ),
  /** Staff: whom messages did not reach, newest first. */
  'messages.listNotReached': declareReading<NotReachedPage>()(
    z.strictObject({
      communityId: id,
      among: z.enum(notReachedAmong),
      which: z.enum(['open', 'settled']),
      after: cursor,
    }),
  ),
  'messages.settleNotReached': declareChanging<NotReached>()(
    z.strictObject({ notReachedId: id, how: z.enum(settledHows), note: z.optional(sentence) }),
  ),
  /** Staff: bill slips to print, each with the home's mini-program code. Refuses NO_SLIP_DUE where none of the homes owes anything. */
  'messages.printSlips': declareChanging<SlipSheet>()(
    z.strictObject({ communityId: id, homeIds: z.array(id).check(z.minLength(1), z.maxLength(slipsAtOnce)) }),
  ),
  /** Staff: the code of this home's building, by which engineers and guards check in. Refuses BUILDING_CODE_NOT_POSSIBLE. */
  'messages.printBuildingCode': declareChanging<CodeSheet>()(z.strictObject({ homeId: id })),
} as const;
