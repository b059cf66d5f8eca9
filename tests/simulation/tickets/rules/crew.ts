import type { StaffMember } from '../../../../cloudfunctions/modules/people';
import { usualTerms } from '../../../../cloudfunctions/modules/tickets/terms';
import type { KeptFile } from '../../../../cloudfunctions/modules/tickets/ticket';
import type { Acting } from '../../../../cloudfunctions/modules/tickets/work/acting';
import { day, type Instant } from '../../../../types/day';
import { colleagues, communityId, openidOf } from '../town';

/** The town's staff as the register has them. */
export const crew: readonly StaffMember[] = colleagues.map(({ name, duties, skills, areas }) => ({
  ...{ _id: name, version: 1, communityId, name, phone: '13800000000', duties, skills, areas },
  ...{ from: day('2026-01-01'), openid: openidOf(name) },
}));

export function memberOf(staffId: string): StaffMember {
  const member = crew.find(({ _id }) => _id === staffId);
  if (!member) throw new Error(`nobody is called ${staffId}`);
  return member;
}

export function actingAs(as: Acting['as'], name: string, now: Instant): Acting & { who: { openid: string } } {
  const who = { by: name, staffId: name, openid: openidOf(name) };
  return { as, who: as === 'reporter' ? { by: name, openid: openidOf(name) } : who, now, terms: usualTerms };
}

export function photo(name: string, at: Instant): KeptFile {
  return { fileId: `cloud://local.bucket/${name}`, at, check: 'passed' };
}
