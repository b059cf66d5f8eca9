import type { TicketFile } from '../../../../types/contract/tickets';
import type { CheckedText, KeptFile, Ticket } from '../ticket';

/** Links by file, as they were just made. */
export type Links = ReadonlyMap<string, string>;

/** Every file of a ticket that this reader may open: what has passed, and the reader's own. */
export function openFiles(ticket: Ticket, openid: string): readonly string[] {
  const { photos, voice, steps, before, after, signed, rating } = ticket;
  const all = [
    ...photos,
    ...(voice ? [voice] : []),
    ...steps.flatMap(({ files = [] }) => files),
    ...before,
    ...after,
    ...[signed?.engineer, signed?.owner].filter((file) => file !== undefined),
    ...(rating?.photos ?? []),
  ];
  return [...new Set(all.filter((file) => isOpen(file, openid)).map((file) => shownId(file, openid)))];
}

/** Files by links that expire; its id only to its sender, no link where it has not passed. */
export function filesView(files: readonly KeptFile[], openid: string, links: Links): readonly TicketFile[] {
  return files.map((file) => fileView(file, openid, links));
}

export function fileView(file: KeptFile, openid: string, links: Links): TicketFile {
  const { fileId, check, at, by, seconds } = file;
  const link = isOpen(file, openid) ? links.get(shownId(file, openid)) : undefined;
  return {
    ...{ check, at },
    ...(by === openid ? { fileId } : {}),
    ...(link === undefined ? {} : { link }),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

/** Words as this reader may read them; undefined where they have not passed and are somebody else's. */
export function textFor(text: CheckedText | undefined, openid: string): string | undefined {
  if (text === undefined || text.text === '') return undefined;
  return text.check === 'passed' || text.by === openid ? text.text : undefined;
}

/** The sender opens the own file; everybody else the copy that was looked at, which no sender can write over. */
function shownId({ fileId, copyId = fileId, by }: KeptFile, openid: string): string {
  return by === openid ? fileId : copyId;
}

function isOpen({ check, by }: KeptFile, openid: string): boolean {
  return check === 'passed' || by === openid;
}
