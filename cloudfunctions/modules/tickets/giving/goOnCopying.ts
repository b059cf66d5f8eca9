import { addDays, type Day, dayOf, type Instant } from '../../../../types/day';
import { type Changes, changes, joined, replace } from '../../../kernel/changes';
import { type Decision, toDo } from '../../../kernel/decision';
import type { DueHandler } from '../../../kernel/due';
import { limits } from '../../../kernel/limits';
import type { Ports } from '../../../kernel/ports';
import { settle } from '../../../platform/settle';
import { staffMemberById } from '../../people';
import { copiedWeek } from './copiedWeek';
import { isPlannable, type Shift, weekFrom } from './roster';
import { shiftPut, shiftTakenAway } from './shiftChanges';
import { shiftsOfTwoWeeks } from './shiftsStore';
import { type WeekCopy, weekCopies, weekCopyById } from './weekCopiesStore';

/** How a copy stands after one more person: somebody waits, nobody does, or another changed the same and it must be tried later. */
type Standing = 'waiting' | 'done' | 'later';

/** Copies the week of the next twenty people, each in a commit of their own with the copy, so that nobody's is copied twice. */
export async function goOnCopying(id: string, ports: Ports): Promise<Standing> {
  let standing: Standing = 'waiting';
  for (let people = 0; people < limits.peopleCopiedAtOnce && standing === 'waiting'; people += 1)
    standing = await copyNext(id, ports);
  return standing;
}

/** What an answer that was cut off, or a community of many, has left. */
export const copyGoesOn: DueHandler = async (id, ports) =>
  (await goOnCopying(id, ports)) === 'done' ? 'never' : ((ports.now() + limits.tickRetry) as Instant);

async function copyNext(id: string, ports: Ports): Promise<Standing> {
  const decide = async (): Promise<Decision<Standing>> => {
    const copy = await weekCopyById(id);
    const staffId = copy?.waiting[0];
    if (!copy || staffId === undefined) return toDo('done', changes({}));
    const standing = copy.waiting.length > 1 ? 'waiting' : 'done';
    return toDo(standing, await copyOf(copy, staffId, ports.now()));
  };
  const author = { action: 'roster.copyWeek', actor: { as: 'roster' } };
  const done = await settle({ author, decide }, ports);
  return done.ok ? done.value : 'later';
}

async function copyOf(copy: WeekCopy, staffId: string, now: Instant): Promise<Changes> {
  const { communityId, from, keeps } = copy;
  const [member, shifts] = await Promise.all([staffMemberById(staffId), shiftsOfTwoWeeks(staffId, from)]);
  const today = dayOf(now);
  const isPossible = (day: Day) => member?.communityId === communityId && isPlannable(member, day);
  const { put, takenAway, overlapping, begun } = copiedWeek(shifts, { from, keeps, now, isPossible });
  const isLeft = wantedDays(shifts, from, today).some((day) => !isPossible(day));
  const waiting = copy.waiting.slice(1);
  const next: WeekCopy = {
    ...{ ...copy, waiting, copied: copy.copied + put.length },
    takenAway: copy.takenAway + takenAway.length,
    left: isLeft ? [...copy.left, staffId] : copy.left,
    overlapping: [...copy.overlapping, ...overlapping.map((day) => ({ staffId, day }))],
    begun: [...copy.begun, ...begun.map((day) => ({ staffId, day }))],
  };
  const over = waiting.length > 0 ? [] : [{ kind: 'weekCopy', key: copy._id, at: 'never' as const }];
  return joined(
    changes({
      writes: [replace(weekCopies, copy, next)],
      audit: [
        {
          what: 'weekCopiedFor',
          beneficiary: { communityId },
          subjects: [`weekCopies/${copy._id}`, `staffMembers/${staffId}`],
        },
      ],
      due: over,
    }),
    ...put.map(({ read, shift }) => shiftPut(read, shift, now)),
    ...takenAway.map(shiftTakenAway),
  );
}

/** Days of the week, from today on, that would have a shift. */
function wantedDays(shifts: readonly Shift[], from: Day, today: Day): readonly Day[] {
  return weekFrom(from).filter(
    (day) => day >= today && shifts.some((shift) => shift.day === addDays(day, -7)),
  );
}
