import type { CheckedText, KeptFile, Ticket } from '../../../../cloudfunctions/modules/tickets/ticket';
import type { Batch, Books, TicketChange } from '../books';
import { broken, law, type Violation } from './law';

/** What WeChat thinks, by its own books. */
export interface ContentJudge {
  /** Of a file; undefined where it has not been asked, or could not fetch it. */
  readonly ofFile: (fileId: string) => 'passed' | 'refused' | undefined;
  readonly ofText: (text: string) => 'passed' | 'refused';
}

type Item = CheckedText | KeptFile;

/** Only what WeChat has passed is passed, what it has said stays said, and whoever sent what it refuses is told, once. */
export function judgeContent(batch: Batch, wechat: ContentJudge): readonly Violation[] {
  return batch.tickets.flatMap((change) => [
    ...judgeVerdicts(change, wechat),
    ...judgeRefusedTold(change, batch),
  ]);
}

function judgeVerdicts({ before, after }: TicketChange, wechat: ContentJudge): readonly Violation[] {
  const was = new Map(itemsOf(before).map((item) => [nameOf(item), item.check]));
  const wrong = itemsOf(after).filter((item) => {
    if (item.by === undefined || item.check === 'pending') return false;
    return (
      item.check !== ('fileId' in item ? wechat.ofFile(item.copyId ?? item.fileId) : wechat.ofText(item.text))
    );
  });
  const is = new Set(itemsOf(after).map((item) => `${nameOf(item)} ${item.check}`));
  const forgotten = [...was].filter(([name, check]) => check !== 'pending' && !is.has(`${name} ${check}`));
  return [
    ...wrong.map((item) => broken(law.verdict, `${after._id}: ${nameOf(item)} is ${item.check}`)),
    ...forgotten.map(([name, check]) => broken(law.verdict, `${after._id}: ${name} is no longer ${check}`)),
  ];
}

function judgeRefusedTold({ before, after }: TicketChange, { messages }: Batch): readonly Violation[] {
  const known = new Set(itemsOf(before).filter(isRefused).map(nameOf));
  const fresh = itemsOf(after).filter((item) => isRefused(item) && !known.has(nameOf(item)));
  const senders = [...new Set(fresh.flatMap(({ by }) => (by === undefined ? [] : [by])))].sort();
  const told = messages
    .filter(({ kind, page }) => kind === 'contentRefused' && page?.endsWith(`=${after._id}`))
    .map(({ to }) => to.openid)
    .sort();
  if (senders.join() === told.join()) return [];
  return [broken(law.verdict, `${after._id}: refused of ${senders}, told ${told}`)];
}

/** Ours: so often in vain, then nobody asks by itself. */
const mostAsks = 4;

/** Of what is pending somebody asks again, until it was in vain too often. */
export function judgeAsking(ticket: Ticket, { due }: Books): readonly Violation[] {
  const isPending = itemsOf(ticket).some(({ check, by }) => check === 'pending' && by !== undefined);
  if (!isPending || (ticket.contentAsks ?? 0) >= mostAsks || due.has(`contentCheck·${ticket._id}`)) return [];
  return [broken(law.askedAgain, ticket._id)];
}

/** How many files of these tickets WeChat has passed, and how many it has refused. */
export function verdictsOn(tickets: Iterable<Ticket>): Readonly<Record<'passed' | 'refused', number>> {
  const counts = { passed: 0, refused: 0 };
  for (const item of [...tickets].flatMap(itemsOf))
    if ('fileId' in item && item.by !== undefined && item.check !== 'pending') counts[item.check] += 1;
  return counts;
}

function isRefused({ check }: Item): boolean {
  return check === 'refused';
}

function nameOf(item: Item): string {
  return 'fileId' in item ? item.fileId : `text ${item.text}`;
}

/** Everything of a ticket that is checked, but the title, which is made of the report's words. */
function itemsOf(ticket: Ticket | undefined): readonly Item[] {
  if (!ticket) return [];
  const { title: _title, ...rest } = ticket;
  return Object.values(rest).flatMap(itemsIn);
}

function itemsIn(value: unknown): readonly Item[] {
  if (typeof value !== 'object' || value === null) return [];
  return isItem(value) ? [value] : Object.values(value).flatMap(itemsIn);
}

function isItem(value: object): value is Item {
  return 'check' in value && ('fileId' in value || 'text' in value);
}
