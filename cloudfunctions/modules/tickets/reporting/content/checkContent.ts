import type { Instant } from '../../../../../types/day';
import { type Changes, changes, create, replace } from '../../../../kernel/changes';
import { type Decision, toDo } from '../../../../kernel/decision';
import type { Ports } from '../../../../kernel/ports';
import { checkMedia, checkText } from '../../../../platform/contentCheck';
import { linksTo } from '../../../../platform/files';
import { settle } from '../../../../platform/settle';
import { noteOf, topicsOf } from '../../changesOf';
import type { KeptFile, Ticket } from '../../ticket';
import { ticketById, tickets } from '../../ticketsStore';
import { watchersOf } from '../../watchers';
import { tellRefused } from '../told';
import {
  type Answered,
  asksAfter,
  type Findings,
  nextAsk,
  type PendingFile,
  type PendingText,
  refusedBetween,
  toAskOf,
  withFindings,
} from './content';
import { type ContentCheck, contentChecks, contentChecksByIds } from './contentStore';

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
  const [verdicts, traces] = await Promise.all([askAboutTexts(texts), askAboutFiles(files)]);
  const asked = { texts: verdicts, traces };
  const settled = await settle({ author, decide: () => decide(ticketId, asked, ports) }, ports);
  return settled.ok ? settled.value.nextAt : nextAsk(ticket, now);
}

async function askAboutTexts(texts: readonly PendingText[]): Promise<Answered['texts']> {
  const answers = await Promise.all(
    texts.map(async ({ text, content, by }) => [text, await checkText(by, content)] as const),
  );
  return new Map(answers.flatMap(([text, verdict]) => (verdict === undefined ? [] : [[text, verdict]])));
}

async function askAboutFiles(files: readonly PendingFile[]): Promise<Answered['traces']> {
  const links = await linksTo(files.map(({ fileId }) => fileId));
  const answers = await Promise.all(
    files.map(async ({ fileId, kind, by }) => {
      const link = links.get(fileId);
      return [fileId, link && (await checkMedia(by, link, kind))] as const;
    }),
  );
  return new Map(answers.flatMap(([fileId, trace]) => (trace ? [[fileId, trace]] : [])));
}

async function decide(
  ticketId: string,
  asked: Answered,
  ports: Ports,
): Promise<Decision<{ readonly nextAt: Instant | 'never' }>> {
  const [read, known] = await Promise.all([
    ticketById(ticketId),
    contentChecksByIds([...asked.traces.values()]),
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

function findingsOf({ texts, traces }: Answered, known: readonly ContentCheck[], now: Instant): Findings {
  const files = [...traces].map(([fileId, trace]): [string, Pick<KeptFile, 'check' | 'askedAt'>] => {
    const verdict = known.find(({ _id }) => _id === trace)?.verdict;
    return [fileId, verdict === 'passed' || verdict === 'refused' ? { check: verdict } : waiting(now)];
  });
  return { texts, files: new Map(files) };
}

function waiting(askedAt: Instant) {
  return { check: 'pending', askedAt } as const;
}

/** Which file a trace is of; one whose verdict was here first is known already. */
function checkWrites(ticketId: string, { traces }: Answered, known: readonly ContentCheck[], now: Instant) {
  return [...traces]
    .filter(([, trace]) => !known.some(({ _id }) => _id === trace))
    .map(([fileId, trace]) => create(contentChecks, { _id: trace, at: now, ticketId, fileId }));
}
