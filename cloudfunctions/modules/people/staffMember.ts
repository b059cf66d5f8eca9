import type { Day } from '../../../types/day';
import type { Duty } from '../../../types/role';
import type { Stored } from '../../kernel/collection';

/** Person × community × duties × skills × areas, from day to day, both included (员工). */
export interface StaffMember extends Stored {
  readonly communityId: string;
  readonly name: string;
  readonly phone: string;
  readonly duties: readonly Duty[];
  /** Kinds of work: `电工`, `水暖`. */
  readonly skills: readonly string[];
  /** Buildings or places they look after; empty is everywhere. */
  readonly areas: readonly string[];
  readonly from: Day;
  readonly to?: Day;
  readonly openid?: string;
}

export function isOnStaff({ from, to }: StaffMember, today: Day): boolean {
  return from <= today && (to === undefined || today <= to);
}

/** The post this account may take up: of that name, on staff, in nobody else's hands. The phone has been matched before. */
export function postFor(
  candidates: readonly StaffMember[],
  { name, openid }: { readonly name: string; readonly openid: string },
  today: Day,
): StaffMember | undefined {
  return candidates.find(
    (member) =>
      isOnStaff(member, today) &&
      member.name === name &&
      (member.openid === undefined || member.openid === openid),
  );
}
