import type { Day } from '../../../types/day';
import type { Relation } from '../../../types/role';
import type { Household } from './household';
import { isCurrent } from './tenure';

/**
 * The liable parties (residents) whose bills of this home a member sees and may pay: owner and family those of everybody with a
 * current tenure, a tenant those of current tenants. A predecessor has no current tenure and is nobody's here.
 */
export function partiesSeenBy(
  { tenures }: Pick<Household, 'tenures'>,
  relation: Relation,
  today: Day,
): readonly string[] {
  const current = tenures.filter((tenure) => isCurrent(tenure, today));
  const seen = relation === 'tenant' ? current.filter((each) => each.relation === 'tenant') : current;
  return [...new Set(seen.map(({ residentId }) => residentId))];
}
