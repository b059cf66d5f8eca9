import type { Instant } from '../../../../types/day';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import { limits } from '../../../kernel/limits';
import { openStates } from '../life';
import type { Ticket } from '../ticket';
import type { As } from './as';
import { areOwn, keptFiles, keptText } from './files';

/**
 * Words or photos added to a ticket that is not done. Refuses TICKET_MOVED, NOTHING_REPORTED where there is neither, FILE_NOT_YOURS, and
 * ADDED_TOO_MUCH after 20 times.
 */
export function added(
  ticket: Ticket,
  { text = '', photos }: { readonly text?: string | undefined; readonly photos: readonly string[] },
  { who }: Pick<As, 'who'>,
  now: Instant,
): Outcome<Ticket> {
  if (!openStates.includes(ticket.state)) return refused('TICKET_MOVED');
  const note = keptText(text, who.openid);
  if (note.text === '' && photos.length === 0) return refused('NOTHING_REPORTED');
  if (!areOwn(photos, who.openid)) return refused('FILE_NOT_YOURS');
  const before = ticket.steps.filter(({ what }) => what === 'added').length;
  if (before >= limits.additionsPerTicket) return refused('ADDED_TOO_MUCH');
  const step = {
    ...{ ...who, at: now, what: 'added', files: keptFiles(photos, who.openid, now) },
    ...(note.text === '' ? {} : { note }),
  };
  return granted({ ...ticket, steps: [...ticket.steps, step] });
}
