import type { ParsedOf } from '../../../../types/contract';
import type { Instant } from '../../../../types/day';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import { limits } from '../../../kernel/limits';
import { openStates } from '../life';
import type { Ticket } from '../ticket';
import type { As } from './as';
import { areOwn, keptFiles, keptText } from './files';

type Addition = Omit<ParsedOf<'tickets.add'>, 'ticketId'>;

/**
 * Words or photos added to a ticket that is not done, or the recording that an emergency did not wait for. Refuses TICKET_MOVED,
 * NOTHING_REPORTED where there is nothing, FILE_NOT_YOURS, INVALID_INPUT for a second recording, and ADDED_TOO_MUCH after 20 times.
 */
export function added(
  ticket: Ticket,
  { text = '', photos, voice }: Addition,
  { who }: Pick<As, 'who'>,
  now: Instant,
): Outcome<Ticket> {
  if (!openStates.includes(ticket.state)) return refused('TICKET_MOVED');
  const note = keptText(text, who.openid);
  if (note.text === '' && photos.length === 0 && !voice) return refused('NOTHING_REPORTED');
  if (voice && ticket.voice) return refused('INVALID_INPUT');
  if (!areOwn([...photos, ...(voice ? [voice.fileId] : [])], who.openid)) return refused('FILE_NOT_YOURS');
  const before = ticket.steps.filter(({ what }) => what === 'added').length;
  if (before >= limits.additionsPerTicket) return refused('ADDED_TOO_MUCH');
  const step = {
    ...{ ...who, at: now, what: 'added', files: keptFiles(photos, who.openid, now) },
    ...(note.text === '' ? {} : { note }),
  };
  const [recording] = voice ? keptFiles([voice.fileId], who.openid, now) : [];
  return granted({
    ...ticket,
    ...(recording && voice ? { voice: { ...recording, seconds: voice.seconds } } : {}),
    steps: [...ticket.steps, step],
  });
}
