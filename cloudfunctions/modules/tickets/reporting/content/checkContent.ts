import type { Instant } from '../../../../../types/day';
import { type Changes, changes, create, replace } from '../../../../kernel/changes';
import { type Decision, toDo } from '../../../../kernel/decision';
import type { Ports } from '../../../../kernel/ports';
import { checkMedia, checkText } from '../../../../platform/contentCheck';
import { keepFile, linksTo, readFile } from '../../../../platform/files';
import { settle } from '../../../../platform/settle';
import { noteOf, topicsOf } from '../../changesOf';
import type { Ticket } from '../../ticket';
import { ticketById, tickets } from '../../ticketsStore';
import { watchersOf } from '../../watchers';
import { tellRefused } from '../told';
import {
  type Answered,
  asksAfter,
  type Findings,
  type FoundFile,
  nextAsk,
  type PendingFile,
  type PendingText,
  refusedBetween,
  toAskOf,
  withFindings,
} from './content';
import { type ContentCheck, contentChecks, contentChecksByIds } from './contentStore';

/** Ours: a photo has up to 10 MB, WeChat's own limit. */
const copiedAtOnce = 3;

const author = { action: 'tickets.checkContent', actor: { as: 'tickets' } };

/**
 * Asks WeChat about everything of a ticket that is pending and not under way, and keeps what it says. Fail-closed: where it gives no answer
 * all stays as it is. Gives when to ask again; a due entry of kind `contentCheck` says so to the tick.
 */
export async function checkContent(ticketId: string, ports: Ports): Promise<Instant | 'never'> {
  const ticket = await ticketById(ticketId);
  if (!ticket) return 'never';
  const now = ports.now();
  const { texts, files } = toAskOf(ticket, now);
  if (texts.length + files.length === 0) return nextAsk(ticket, now);
  const [verdicts, looks] = await Promise.all([askAboutTexts(texts), askAboutFiles(files, ports)]);
  const asked = { texts: verdicts, ...looks };
  const settled = await settle({ author, decide: () => decide(ticketId, asked, ports) }, ports);
  return settled.ok ? settled.value.nextAt : nextAsk(ticket, now);
}

async function askAboutTexts(texts: readonly PendingText[]): Promise<Answered['texts']> {
  const answers = await Promise.all(
    texts.map(async ({ text, content, by }) => [text, await checkText(by, content)] as const),
  );
  return new Map(answers.flatMap(([text, verdict]) => (verdict === undefined ? [] : [[text, verdict]])));
}

async function askAboutFiles(
  files: readonly PendingFile[],
  ports: Ports,
): Promise<Pick<Answered, 'copies' | 'traces'>> {
  const copies = await copiesOf(files, ports);
  const links = await linksTo([...copies.values()]);
  const answers = await Promise.all(
    files.map(async ({ fileId, kind, by }) => {
      const copyId = copies.get(fileId);
      const link = copyId === undefined ? undefined : links.get(copyId);
      const traceId = link && (await checkMedia(by, link, kind));
      return copyId !== undefined && traceId ? [[fileId, { traceId, copyId }] as const] : [];
    }),
  );
  return { copies, traces: new Map(answers.flat()) };
}

/**
 * The sender may write over the own file after WeChat has looked at it; so WeChat looks at a copy, and whoever else opens the file opens
 * that copy; it is kept with the ticket whatever WeChat answers. A few at once, for they lie in the function's memory. A file that is
 * not there has none.
 */
async function copiesOf(
  files: readonly PendingFile[],
  { newId }: Ports,
): Promise<ReadonlyMap<string, string>> {
  const copies = new Map<string, string>();
  for (let from = 0; from < files.length; from += copiedAtOnce)
    await Promise.all(
      files.slice(from, from + copiedAtOnce).map(async ({ fileId, copyId }) => {
        const bytes = copyId === undefined ? await readFile(fileId) : undefined;
        const ending = /\.[0-9A-Za-z]{1,8}$/.exec(fileId)?.[0] ?? '';
        const kept = bytes ? await keepFile(`checked/${newId()}${ending}`, bytes) : copyId;
        if (kept !== undefined) copies.set(fileId, kept);
      }),
    );
  return copies;
}

async function decide(
  ticketId: string,
  asked: Answered,
  ports: Ports,
): Promise<Decision<{ readonly nextAt: Instant | 'never' }>> {
  const [read, known] = await Promise.all([
    ticketById(ticketId),
    contentChecksByIds([...asked.traces.values()].map(({ traceId }) => traceId)),
  ]);
  if (!read) return toDo({ nextAt: 'never' }, changes({}));
  const now = ports.now();
  const found = withFindings(read, findingsOf(asked, known, now));
  const next = { ...found, contentAsks: asksAfter(read, asked) };
  const nextAt = nextAsk(next, now);
  return toDo(
    { nextAt },
    {
      ...(await contentChanges(read, next, now)),
      writes: [replace(tickets, read, next), ...checkWrites(ticketId, asked, known, now)],
      due: [{ kind: 'contentCheck', key: ticketId, at: nextAt }],
    },
  );
}

/** The part of a commit that every change of what has been checked has in common: the note, whoever is told, whose pages ask again. */
export async function contentChanges(read: Ticket, next: Ticket, now: Instant): Promise<Changes> {
  const refused = refusedBetween(read, next);
  return changes({
    audit: [noteOf(next, { what: 'contentChecked', facts: { refused: refused.length } })],
    messages: tellRefused(next, refused),
    topics: topicsOf([next], await watchersOf(next), now),
  });
}

function findingsOf(
  { texts, copies, traces }: Answered,
  known: readonly ContentCheck[],
  now: Instant,
): Findings {
  // What was copied and not taken on is asked about by that very copy.
  const kept = [...copies].map(([fileId, copyId]) => [fileId, { check: 'pending', copyId }] as const);
  const asked = [...traces].map(([fileId, { traceId, copyId }]) => {
    const verdict = known.find(({ _id }) => _id === traceId)?.verdict;
    const found = verdict === 'passed' || verdict === 'refused' ? { check: verdict } : waiting(now);
    return [fileId, { ...found, copyId }] as const;
  });
  return { texts, files: new Map<string, FoundFile>([...kept, ...asked]) };
}

function waiting(askedAt: Instant) {
  return { check: 'pending', askedAt } as const;
}

/** Which file a trace is of; one whose verdict was here first is known already. */
function checkWrites(ticketId: string, { traces }: Answered, known: readonly ContentCheck[], now: Instant) {
  return [...traces]
    .filter(([, { traceId }]) => !known.some(({ _id }) => _id === traceId))
    .map(([fileId, { traceId, copyId }]) =>
      create(contentChecks, { _id: traceId, at: now, ticketId, fileId, copyId }),
    );
}
