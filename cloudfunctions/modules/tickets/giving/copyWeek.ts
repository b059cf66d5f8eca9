import type { ParsedOf } from '../../../../types/contract';
import type { WeekCopied } from '../../../../types/contract/ticketDesks';
import { addDays, type Day, type Instant } from '../../../../types/day';
import { granted, refused } from '../../../../types/refusal';
import { changes, save } from '../../../kernel/changes';
import { toDo, toRefuse } from '../../../kernel/decision';
import { limits } from '../../../kernel/limits';
import type { Changing } from '../../../kernel/routes';
import { staffMembersByIds } from '../../people';
import { goOnCopying } from './goOnCopying';
import { weekOf } from './seeWeek';
import { shiftsBetween } from './shiftsStore';
import { type WeekCopy, weekCopies, weekCopyById, weekCopyId } from './weekCopiesStore';

interface Made {
  readonly communityId: string;
  readonly from: Day;
}

/**
 * A week is planned as the week before was, from now on. The commit keeps whose weeks are to be copied; the answer copies them, and the
 * tick goes on where the answer was cut off. Refuses SHIFT_NOT_SOUND of a week that is over, WEEK_WITHOUT_SHIFTS where nothing was planned
 * the week before, and WEEK_HAS_SHIFTS where something stands already and nobody has said which to keep.
 */
export const copyWeek: Changing<ParsedOf<'roster.copyWeek'>, void, Made, WeekCopied> = {
  decide: async ({ communityId, from: text, keeps }, { now, today }) => {
    const from = text as Day;
    const last = addDays(from, 6);
    if (last < today) return toRefuse('SHIFT_NOT_SOUND');
    const _id = weekCopyId(communityId, from);
    const [before, planned, read] = await Promise.all([
      shiftsBetween(communityId, addDays(from, -7), addDays(from, -1)),
      shiftsBetween(communityId, from, last),
      weekCopyById(_id),
    ]);
    const wanted = before.filter(({ day }) => addDays(day, 7) >= today);
    if (wanted.length === 0) return toRefuse('WEEK_WITHOUT_SHIFTS');
    if (keeps === undefined && planned.some(({ day }) => day >= today)) return toRefuse('WEEK_HAS_SHIFTS');
    const copy: Omit<WeekCopy, 'version'> = {
      ...{ _id, communityId, from, keeps: keeps ?? 'planned' },
      waiting: [...new Set(before.map(({ staffId }) => staffId))].sort(),
      ...{ copied: 0, takenAway: 0, left: [], overlapping: [], begun: [] },
    };
    return toDo(
      { communityId, from },
      changes({
        writes: [save(weekCopies, read, copy)],
        audit: [{ what: 'weekCopied', beneficiary: { communityId }, subjects: [`weekCopies/${_id}`] }],
        due: [{ kind: 'weekCopy', key: _id, at: (now + limits.tickRetry) as Instant }],
      }),
    );
  },
  answer: async ({ communityId, from }, context, ports) => {
    const id = weekCopyId(communityId, from);
    await goOnCopying(id, ports);
    const [copy, plans] = await Promise.all([weekCopyById(id), weekOf(communityId, from, context)]);
    if (!copy || !plans.ok) return refused('BUSY');
    return granted({ plans: plans.value, ...(await toldOf(copy)) });
  },
};

async function toldOf(copy: WeekCopy): Promise<Omit<WeekCopied, 'plans'>> {
  const { copied, takenAway, left, overlapping, begun, waiting } = copy;
  const named = [...left, ...[...overlapping, ...begun].map(({ staffId }) => staffId)];
  const members = await staffMembersByIds([...new Set(named)]);
  const nameOf = (staffId: string) => members.find(({ _id }) => _id === staffId)?.name ?? '';
  const dayOfOne = ({ staffId, day }: { readonly staffId: string; readonly day: Day }) => ({
    name: nameOf(staffId),
    day,
  });
  return {
    ...{ copied, takenAway, left: left.map(nameOf), waiting: waiting.length },
    overlapping: overlapping.map(dayOfOne),
    begun: begun.map(dayOfOne),
  };
}
