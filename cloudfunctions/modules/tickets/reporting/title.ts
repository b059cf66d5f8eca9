import type { Problem } from '../../../../types/ticket';
import { problemNames } from '../../../../types/ticketNames';
import type { MessageIntent } from '../../../kernel/message';
import type { Ticket } from '../ticket';

/** Characters of a title. */
const longestTitle = 18;

/** The title of a report: its first clause; where there are no words, what it is about. */
export function titleOf(text: string, problem: Problem): string {
  const [clause = ''] = text.split(/[，。！？；,.!?;\n]/u).filter((one) => /[\p{L}\p{N}]/u.test(one));
  const letters = [...clause.trim()];
  if (letters.length === 0) return problemNames[problem];
  return letters.length <= longestTitle
    ? letters.join('')
    : `${letters.slice(0, longestTitle - 1).join('')}…`;
}

/** The title anybody may read: what WeChat has not passed is told by what it is about. Of lists and messages. */
export function publicTitle({ title, problem }: Pick<Ticket, 'title' | 'problem'>): string {
  return title.check === 'passed' ? title.text : problemNames[problem];
}

/** The words of a message about a ticket, for whoever it is sent to. */
export function messageWords(ticket: Pick<Ticket, 'title' | 'problem' | 'place'>): MessageIntent['words'] {
  return { place: ticket.place, title: publicTitle(ticket) };
}
