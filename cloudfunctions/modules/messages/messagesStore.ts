import type {
  MessageSubject,
  NotReachedAmong,
  NotReachedReason,
  SettledHow,
} from '../../../types/contract/messages';
import type { Instant } from '../../../types/day';
import { ascending, closedCollection, type Stored } from '../../kernel/collection';
import type { MessageKind } from '../../kernel/message';
import { count, find, findPage, is, type Page, readById, readByIds } from '../../platform/database';
import { type Outgoing, outbox } from '../../platform/systemStore';
import { type TemplateKey, templateKeys } from './templates';

/** One message in one person's inbox; `_id` is outbox entry · number · openid, so that it can be put there only once. */
export interface InboxRow extends Stored {
  readonly openid: string;
  readonly communityId?: string;
  readonly kind: MessageKind;
  readonly subject: MessageSubject;
  readonly title: string;
  readonly body: string;
  readonly page?: string;
  readonly at: Instant;
  readonly isRead: boolean;
}
export const inbox = closedCollection<InboxRow>('inbox', [
  ascending('openid', 'at', '_id'),
  ascending('openid', 'isRead', 'at'),
]);

/** Up to when a person has marked everything as read. `_id` is the openid. */
export interface InboxMark extends Stored {
  readonly readUpTo: Instant;
}
export const inboxMarks = closedCollection<InboxMark>('inboxMarks');

/** How many reminders of one template a person has agreed to and not had yet. `_id` is openid·template. */
export interface Consent extends Stored {
  readonly openid: string;
  readonly template: TemplateKey;
  readonly remaining: number;
  /** WeChat has banned it; an accepted request lifts the ban. */
  readonly isBanned: boolean;
}
export const consents = closedCollection<Consent>('messageConsents');

export function consentId(openid: string, template: TemplateKey): string {
  return `${openid}·${template}`;
}

/** Somebody whom a message has not reached; `_id` is outbox entry · number · openid, resident or duty. */
export interface NotReachedRow extends Stored {
  readonly communityId: string;
  readonly kind: MessageKind;
  readonly subject: MessageSubject;
  readonly title: string;
  readonly body: string;
  readonly at: Instant;
  readonly reason: NotReachedReason;
  readonly among: NotReachedAmong;
  readonly openid?: string;
  readonly residentId?: string;
  readonly staffId?: string;
  readonly state: 'open' | 'settled';
  readonly how?: SettledHow;
  readonly note?: string;
  readonly settledBy?: string;
  readonly settledAt?: Instant;
}
export const notReached = closedCollection<NotReachedRow>('notReached', [
  ascending('communityId', 'state', 'among', 'at', '_id'),
]);

/** What waits to be told and may be tried now, the longest waiting first. */
export function waitingOutgoing(now: Instant, limit: number): Promise<readonly Outgoing[]> {
  return find(outbox, {
    where: { state: 'waiting', notBefore: is.atMost(now) },
    orderBy: [['notBefore', 'asc']],
    limit,
  });
}

export function inboxOf(openid: string, after: string | undefined): Promise<Page<InboxRow>> {
  return findPage(inbox, { where: { openid }, by: 'at', direction: 'desc', after });
}

export function inboxRowsByIds(ids: readonly string[]): Promise<readonly InboxRow[]> {
  return readByIds(inbox, ids);
}

export async function readUpTo(openid: string): Promise<Instant> {
  return (await readById(inboxMarks, openid))?.readUpTo ?? (0 as Instant);
}

export function inboxMarkOf(openid: string): Promise<InboxMark | undefined> {
  return readById(inboxMarks, openid);
}

export function marksOf(openids: readonly string[]): Promise<readonly InboxMark[]> {
  return readByIds(inboxMarks, openids);
}

export function countUnreadAfter(openid: string, mark: Instant): Promise<number> {
  return count(inbox, { openid, isRead: false, at: is.above(mark) });
}

/** One read. */
export function consentsOf(openid: string): Promise<readonly Consent[]> {
  return readByIds(
    consents,
    templateKeys.map((key) => consentId(openid, key)),
  );
}

export function notReachedOf(
  { communityId, among, state }: Pick<NotReachedRow, 'communityId' | 'among' | 'state'>,
  after: string | undefined,
): Promise<Page<NotReachedRow>> {
  return findPage(notReached, { where: { communityId, among, state }, by: 'at', direction: 'desc', after });
}

export function notReachedById(id: string): Promise<NotReachedRow | undefined> {
  return readById(notReached, id);
}

export function countNotReached(communityId: string, among: NotReachedAmong): Promise<number> {
  return count(notReached, { communityId, among, state: 'open' });
}
