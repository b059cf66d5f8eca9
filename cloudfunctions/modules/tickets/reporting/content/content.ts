import type { Instant } from '../../../../../types/day';
import type { CheckedText, KeptFile, Ticket } from '../../ticket';
import { isVoice } from '../files';

/** Ours, so that all that one run asks fits in one commit. */
const textsPerRun = 8;
const filesPerRun = 10;

const minute = 60_000;
/** Ours: pauses after each time that WeChat was asked in vain; after the last of them nobody asks by itself. */
const pauses = [minute, 5 * minute, 15 * minute, 60 * minute] as const;
/** WeChat: a verdict on a file comes within 30 minutes. Ours: later than this it never came. */
const verdictLost = 35 * minute;

/** Something of a ticket that waits for WeChat's word. */
export interface PendingText {
  readonly text: string;
  /** What WeChat is given: the words with what stands beside them. */
  readonly content: string;
  readonly by: string;
}
export interface PendingFile {
  readonly fileId: string;
  readonly kind: 'voice' | 'photo';
  readonly by: string;
  readonly copyId?: string;
}

/** What has been found out of a file. */
export type FoundFile = Pick<KeptFile, 'check' | 'askedAt' | 'copyId'>;

/** What has been found out, by text and by file. */
export interface Findings {
  readonly texts: ReadonlyMap<string, 'passed' | 'refused'>;
  readonly files: ReadonlyMap<string, FoundFile>;
}

/** What WeChat must be asked about now; a file it has been asked about is left alone for 35 minutes. */
export function toAskOf(
  ticket: Ticket,
  now: Instant,
): { readonly texts: readonly PendingText[]; readonly files: readonly PendingFile[] } {
  const { texts, files } = pendingIn(ticket);
  return {
    texts: texts.slice(0, textsPerRun),
    files: files
      .filter(({ askedAt }) => askedAt === undefined || askedAt + verdictLost <= now)
      .slice(0, filesPerRun)
      .map(({ fileId, by, copyId }) => ({
        ...{ fileId, by, kind: isVoice(fileId, ticket) ? 'voice' : 'photo' },
        ...(copyId === undefined ? {} : { copyId }),
      })),
  };
}

/** When somebody must ask again; `never` where nothing is pending, or WeChat was asked in vain too often. */
export function nextAsk(ticket: Ticket, now: Instant): Instant | 'never' {
  const { texts, files } = pendingIn(ticket);
  const pause = pauses[ticket.contentAsks ?? 0];
  if (pause === undefined) return 'never';
  const waiting = files.flatMap(({ askedAt }) => (askedAt === undefined ? [] : [askedAt + verdictLost]));
  const open = texts.length > 0 || waiting.length < files.length ? [now + pause] : [];
  const all = [...open, ...waiting];
  return all.length === 0 ? 'never' : (Math.max(now, Math.min(...all)) as Instant);
}

/** What WeChat has answered at once: verdicts by text; by file the trace, and the copy that it looks at. `copies` are all, also those it took no order for. */
export interface Answered {
  readonly texts: ReadonlyMap<string, 'passed' | 'refused'>;
  readonly copies: ReadonlyMap<string, string>;
  readonly traces: ReadonlyMap<string, { readonly traceId: string; readonly copyId: string }>;
}

/** How often in vain by now: no verdict on any words, no file taken on that had not been before. */
export function asksAfter(ticket: Ticket, { texts, traces }: Omit<Answered, 'copies'>): number {
  const isTakenOn = pendingIn(ticket).files.some(
    ({ fileId, askedAt }) => askedAt === undefined && traces.has(fileId),
  );
  return texts.size > 0 || isTakenOn ? 0 : (ticket.contentAsks ?? 0) + 1;
}

/** Is there anything pending that was not pending before. */
export function hasMoreToCheck(before: Ticket | undefined, after: Ticket): boolean {
  const known = new Set(before ? namesIn(before) : []);
  return namesIn(after).some((name) => !known.has(name));
}

/** The ticket with what has been found out. The title is of the report's own words and shares their fate. */
export function withFindings(ticket: Ticket, { texts, files }: Findings): Ticket {
  const next = mapContent(ticket, (item) => {
    if (item.check !== 'pending') return item;
    if ('fileId' in item) return { ...item, ...files.get(item.fileId) };
    const check = texts.get(item.text);
    return check === undefined ? item : { ...item, check };
  });
  return ticket.title.check === 'pending'
    ? { ...next, title: { ...ticket.title, check: next.text.check } }
    : next;
}

/** Whose content has been refused between these two, each once. */
export function refusedBetween(before: Ticket, after: Ticket): readonly string[] {
  const was = new Set(itemsOf(before).filter(isRefused).map(nameOf));
  const fresh = itemsOf(after).filter((item) => isRefused(item) && !was.has(nameOf(item)));
  return [...new Set(fresh.flatMap(({ by }) => (by === undefined ? [] : [by])))];
}

type Item = CheckedText | KeptFile;

/** What is pending and can be asked about: somebody's, in whose name. */
function pendingIn(ticket: Ticket) {
  const pending = itemsOf(ticket).filter(({ check, by }) => check === 'pending' && by !== undefined);
  const texts = new Map<string, PendingText>();
  const files = new Map<string, KeptFile & { readonly by: string }>();
  for (const item of pending)
    if ('fileId' in item) files.set(item.fileId, { ...item, by: item.by ?? '' });
    else texts.set(item.text, { text: item.text, content: contentOf(item, ticket), by: item.by ?? '' });
  return { texts: [...texts.values()], files: [...files.values()] };
}

/** The report's words are checked together with the spot, which its author wrote too. */
function contentOf(item: CheckedText, { text, spot }: Ticket): string {
  return item.text === text.text && spot !== undefined ? `${spot}\n${item.text}`.trim() : item.text;
}

function namesIn(ticket: Ticket): readonly string[] {
  return itemsOf(ticket)
    .filter(({ check }) => check === 'pending')
    .map(nameOf);
}

function nameOf(item: Item): string {
  return 'fileId' in item ? item.fileId : `text ${item.text}`;
}

function isRefused({ check }: Item): boolean {
  return check === 'refused';
}

/** All but the title. */
function itemsOf({ title: _title, ...ticket }: Ticket): readonly Item[] {
  const items: Item[] = [];
  mapContent(ticket, (item) => {
    items.push(item);
    return item;
  });
  return items;
}

/** Every checked text and file, wherever in a ticket it stands, changed by a rule; all the rest as it is. */
function mapContent<T>(value: T, change: (item: Item) => Item): T {
  return mapped(value, change) as T;
}

function mapped(value: unknown, change: (item: Item) => Item): unknown {
  if (Array.isArray(value)) return value.map((each) => mapped(each, change));
  if (typeof value !== 'object' || value === null) return value;
  if (isItem(value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapped(each, change)]));
}

function isItem(value: object): value is Item {
  return 'check' in value && ('fileId' in value || 'text' in value);
}
