import { day, type Instant, startOfDay } from '../../../../types/day';
import type { Relation } from '../../../../types/role';
import type { BindingRequest } from '../binding';
import type { Household } from '../household';
import type { HeldBy, HeldTenure, Tenure } from '../tenure';

/** What the unit tests of this module rest on: one home on one day. */
export const today = day('2026-11-10');
export const now = (startOfDay(today) + 9 * 3_600_000) as Instant;

export function registered(id: string, relation: Relation, more: Partial<Tenure> = {}): Tenure {
  return { id, residentId: `r-${id}`, relation, from: day('2020-01-01'), origin: 'register', ...more };
}

/** Held by the account `o-<id>` since an hour ago. */
export function held(
  id: string,
  relation: Relation,
  by: HeldBy = 'register',
  more: Partial<HeldTenure> = {},
): HeldTenure {
  const holder = { openid: `o-${id}`, since: (now - 3_600_000) as Instant, by };
  return { ...registered(id, relation), holder, ...more };
}

export function household(...tenures: readonly Tenure[]): Household {
  const place = { building: '3', unit: '2', room: '1201' };
  return { _id: 'h1', version: 1, communityId: 'c1', place, tenures };
}

export function asking(more: Partial<BindingRequest> = {}): BindingRequest {
  return {
    _id: 'h1·o-new',
    version: 1,
    communityId: 'c1',
    homeId: 'h1',
    place: { building: '3', unit: '2', room: '1201' },
    openid: 'o-new',
    name: '王五',
    phone: '13800000000',
    relation: 'tenant',
    askedAt: now,
    state: 'waiting',
    ...more,
  };
}
