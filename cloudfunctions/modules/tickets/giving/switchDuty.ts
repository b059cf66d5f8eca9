import type { ParsedOf } from '../../../../types/contract';
import type { Instant } from '../../../../types/day';
import { granted, refused } from '../../../../types/refusal';
import { staffIdIn } from '../../../kernel/caller';
import { type Changes, changes, save } from '../../../kernel/changes';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { Changing } from '../../../kernel/routes';
import { staffMemberById } from '../../people';
import { dispatchDue } from '../changesOf';
import { dispatchSoon } from './dispatchNow';
import { dutyNote } from './dutyNote';
import { goOffDuty, inHand } from './offDuty';
import { emptyWorkload, type Workload } from './workload';
import { workloadOf, workloads } from './workloadsStore';

interface Made {
  readonly staffId: string;
  readonly communityId: string;
}

/**
 * One's own switch: from now on tickets may be given to me, or not. Going, open offers go back and are given to others. Refuses WORK_IN_HAND
 * while an accepted emergency is not done.
 */
export const switchDuty: Changing<
  ParsedOf<'roster.switchDuty'>,
  void,
  Made,
  { readonly isOnDuty: boolean }
> = {
  decide: async ({ communityId, isOnDuty }, { caller, now }) => {
    const staffId = staffIdIn(caller, communityId);
    if (staffId === undefined) return toRefuse('NOT_ALLOWED');
    const [member, read] = await Promise.all([staffMemberById(staffId), workloadOf(staffId)]);
    if (!member) return toRefuse('NOT_ALLOWED');
    const made = { staffId, communityId };
    if ((read?.isOnDuty ?? false) === isOnDuty) return toDo(made, changes({}));
    if (isOnDuty) return toDo(made, onDuty(read, made, { openid: caller.openid, now }));
    if (!read || inHand(read).some(({ urgency }) => urgency === 'emergency')) return toRefuse('WORK_IN_HAND');
    const off = await goOffDuty(read, member, now);
    return off.ok ? toDo(made, off.value) : { kind: 'refuse', refusal: off.refusal };
  },
  answer: async ({ staffId, communityId }, _context, ports) => {
    await dispatchSoon(communityId, ports);
    const workload = await workloadOf(staffId);
    return workload ? granted({ isOnDuty: workload.isOnDuty }) : refused('NOT_ALLOWED');
  },
};

function onDuty(
  read: Workload | undefined,
  { staffId, communityId }: Made,
  { openid, now }: { readonly openid: string; readonly now: Instant },
): Changes {
  const before = read ?? emptyWorkload(staffId, communityId);
  const next = { ...before, isOnDuty: true, onDutySince: now };
  return changes({
    writes: [save(workloads, read, next)],
    audit: [dutyNote('dutyBegun', next)],
    topics: [{ openid, topic: 'work' }],
    due: [dispatchDue(communityId, staffId, now)],
  });
}
