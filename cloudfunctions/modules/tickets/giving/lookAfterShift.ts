import { dayOf, type Instant } from '../../../../types/day';
import { changes, replace } from '../../../kernel/changes';
import { type Decision, toDo } from '../../../kernel/decision';
import type { DueHandler } from '../../../kernel/due';
import { limits } from '../../../kernel/limits';
import type { Ports } from '../../../kernel/ports';
import { settle } from '../../../platform/settle';
import { staffMemberById } from '../../people';
import { goOffDuty, inHand } from './offDuty';
import { endOfShift, isInShift, type Shift, startOfShift } from './roster';
import { shiftById, shifts, shiftsOf } from './shiftsStore';
import { workloadOf } from './workloadsStore';

/** A shift begins: its holder is told. It ends: off duty by itself, as soon as nothing is in hand and no other shift lasts. */
export const lookAfterShift: DueHandler = async (shiftId, ports) => {
  const shift = await shiftById(shiftId);
  if (!shift) return 'never';
  const now = ports.now();
  if (now < startOfShift(shift)) return startOfShift(shift);
  return now < endOfShift(shift) ? begin(shift, ports) : end(shift, ports);
};

async function begin({ _id, communityId }: Shift, ports: Ports): Promise<Instant | 'never'> {
  const decide = async (): Promise<Decision<Instant | 'never'>> => {
    const shift = await shiftById(_id);
    if (!shift) return toDo('never', changes({}));
    const at = endOfShift(shift);
    if (shift.toldAt !== undefined) return toDo(at, changes({}));
    const [member, workload] = await Promise.all([staffMemberById(shift.staffId), workloadOf(shift.staffId)]);
    const isTold = member?.openid !== undefined && !workload?.isOnDuty;
    return toDo(
      at,
      changes({
        writes: [replace(shifts, shift, { ...shift, toldAt: ports.now() })],
        audit: [{ what: 'shiftBegun', beneficiary: { communityId }, subjects: [`shifts/${_id}`] }],
        messages: isTold
          ? [{ to: { openid: member.openid }, kind: 'shiftBegins', words: {}, page: 'workQueue' }]
          : [],
        due: [{ kind: 'shift', key: _id, at }],
      }),
    );
  };
  const author = { action: 'tick.shift', actor: { as: 'tick' }, communityId };
  const done = await settle({ author, decide }, ports);
  return done.ok ? done.value : soon(ports);
}

async function end({ staffId, communityId }: Shift, ports: Ports): Promise<Instant | 'never'> {
  const later = (ports.now() + limits.shiftOverLook) as Instant;
  const decide = async (): Promise<Decision<Instant | 'never'>> => {
    const now = ports.now();
    const [member, workload, around] = await Promise.all([
      staffMemberById(staffId),
      workloadOf(staffId),
      shiftsOf(staffId, dayOf(now)),
    ]);
    if (!member || !workload?.isOnDuty || isInShift(around, now)) return toDo('never', changes({}));
    if (inHand(workload).length > 0) return toDo(later, changes({}));
    const off = await goOffDuty(workload, member, now);
    return off.ok ? toDo('never', off.value) : { kind: 'refuse', refusal: off.refusal };
  };
  const author = { action: 'tick.shift', actor: { as: 'tick' }, communityId };
  const done = await settle({ author, decide }, ports);
  return done.ok ? done.value : soon(ports);
}

function soon(ports: Ports): Instant {
  return (ports.now() + limits.tickRetry) as Instant;
}
