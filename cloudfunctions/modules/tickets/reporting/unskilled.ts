import { granted, type Outcome } from '../../../../types/refusal';
import { skillOf, skillsOf } from '../dispatch/skills';
import { heldStates } from '../giving/workload';
import { moved } from '../life';
import type { Terms, Ticket } from '../ticket';
import type { Watchers } from '../watchers';
import { plainly } from '../work/acting';
import type { As } from './as';

const reason = '改正后换工种';

/**
 * A ticket put right that whoever has it has not the skill for waits for somebody who has; a time they proposed is not the next one's. The
 * very same where they can do it, or what it takes has not changed: a supervisor may have given it to them all the same.
 */
export function backIfUnskilled(
  before: Ticket,
  after: Ticket,
  { mover, who }: As,
  { now, terms, staff }: { readonly now: Ticket['movedAt']; readonly terms: Terms } & Pick<Watchers, 'staff'>,
): Outcome<Ticket> {
  const { assignee } = after;
  const skill = skillOf(after.problem);
  if (!assignee || !heldStates.includes(after.state) || skillOf(before.problem) === skill)
    return granted(after);
  const holder = staff.find(({ _id }) => _id === assignee.staffId);
  if (holder && skillsOf(holder).includes(skill)) return granted(after);
  const back = moved(after, 'giveBack', { as: mover, now, terms, step: { ...who, note: plainly(reason) } });
  if (!back.ok) return back;
  const { assignee: _had, appointment, ...rest } = back.value;
  const turned = [...rest.turned, { staffId: assignee.staffId, at: now, how: 'overridden' as const, reason }];
  return granted({ ...rest, turned, ...(appointment?.isConfirmed ? { appointment } : {}) });
}
