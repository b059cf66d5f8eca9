import { granted, type Outcome, refused } from '../../../../../types/refusal';
import { moved } from '../../life';
import type { KeptFile, Ticket } from '../../ticket';
import { type Acting, moving, plainly } from '../acting';
import { closed } from '../ending/close';
import { hasParentEnded, isUnderWay } from '../linked/tasks';
import { isSeen } from './checklists';

/**
 * B5: done, says the engineer, and signs; the owner has 72 hours. A linked task waits for nobody's acceptance but for the ticket that
 * opened it. `tasks` are those this ticket has opened: nobody is asked to accept while a cordon still stands unmade. Refuses
 * TICKET_MOVED, CHECKLIST_OPEN, PHOTO_MISSING, TASKS_OPEN.
 */
export function finish(
  ticket: Ticket,
  { result, signature }: { readonly result: string; readonly signature: KeptFile },
  tasks: readonly Pick<Ticket, 'state'>[],
  acting: Acting,
): Outcome<Ticket> {
  const done = moved(ticket, 'finish', moving(acting, { note: plainly(result) }));
  if (!done.ok) return done;
  if (ticket.checklist.some(({ at }) => at === undefined)) return refused('CHECKLIST_OPEN');
  if (isPhotoMissing(ticket)) return refused('PHOTO_MISSING');
  if (tasks.some(isUnderWay)) return refused('TASKS_OPEN');
  const finished = { ...done.value, result, signed: { engineer: signature } };
  return ticket.channel === 'linked' ? taskFinished(finished, acting) : granted(finished);
}

/** Closed with the ticket that opened it; at once where that one has ended before. */
function taskFinished(task: Ticket, { now, terms }: Acting): Outcome<Ticket> {
  if (!hasParentEnded(task)) return granted(task);
  return closed(task, { how: 'together' }, { as: 'system', who: { by: '系统' }, now, terms });
}

/** Where the work can be seen, one of before and one of after this visit; of a linked task one that shows that it is done. */
function isPhotoMissing({ channel, problem, before, after, checkedInAt }: Ticket): boolean {
  const isAfterMissing = !after.some(({ at }) => at >= (checkedInAt ?? 0));
  if (channel === 'linked') return isAfterMissing;
  return isSeen(problem) && (before.length === 0 || isAfterMissing);
}
