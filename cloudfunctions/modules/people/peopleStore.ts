import { ascending, closedCollection } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, findAll, findPage, is, type Page, readById, readByIds } from '../../platform/database';
import type { Condition } from '../../platform/sdk';
import { type Attempts, attemptsId } from './attempts';
import type { BindingRequest } from './binding';
import type { Household } from './household';
import type { InvitationRecord } from './invitation';
import type { Resident } from './resident';
import type { StaffMember } from './staffMember';

export const residents = closedCollection<Resident>('residents', [ascending('communityId', 'phone')]);

export const households = closedCollection<Household>('households', [
  ascending('tenures.holder.openid'),
  ascending('tenures.residentId'),
  ascending('communityId', 'tenures.holder.objection.at'),
]);

export const staffMembers = closedCollection<StaffMember>('staffMembers', [
  ascending('openid'),
  ascending('communityId', 'phone'),
  ascending('communityId', '_id'),
]);

export const bindingRequests = closedCollection<BindingRequest>('bindingRequests', [
  ascending('communityId', 'state', 'askedAt', '_id'),
  ascending('homeId', 'state'),
  ascending('openid', 'state'),
]);

export const invitations = closedCollection<InvitationRecord>('invitations', [
  ascending('homeId', 'expiresAt'),
  ascending('expiresAt'),
]);

export const bindingAttempts = closedCollection<Attempts>('bindingAttempts', [ascending('day')]);

export function householdOf(homeId: string): Promise<Household | undefined> {
  return readById(households, homeId);
}

/** Every household in which this account holds, or once held, a tenure. */
export function householdsHeldBy(openid: string): Promise<readonly Household[]> {
  return find(households, { where: { 'tenures.holder.openid': openid }, limit: limits.homesPerPerson });
}

/** Households of a community in which somebody is objected to, in no order; at most 100. */
export function householdsUnderObjection(communityId: string): Promise<readonly Household[]> {
  return find(households, {
    where: { communityId, 'tenures.holder.objection.at': is.atLeast(0) },
    limit: limits.documentsPerQuery,
  });
}

export function householdsOfResidents(residentIds: readonly string[]): Promise<readonly Household[]> {
  if (residentIds.length === 0) return Promise.resolve([]);
  return find(households, {
    where: { 'tenures.residentId': is.oneOf(residentIds) },
    orderBy: [['_id', 'asc']],
    limit: limits.homesPerPerson,
  });
}

/** More than one where a couple shares a number. */
export function residentsWithPhone(communityId: string, phone: string): Promise<readonly Resident[]> {
  return find(residents, {
    where: { communityId, phone },
    orderBy: [['_id', 'asc']],
    limit: limits.rowsPerPage,
  });
}

export function residentById(residentId: string): Promise<Resident | undefined> {
  return readById(residents, residentId);
}

/** In no order; at most 100. */
export function residentsByIds(residentIds: readonly string[]): Promise<readonly Resident[]> {
  return readByIds(residents, residentIds);
}

export function staffMemberById(staffId: string): Promise<StaffMember | undefined> {
  return readById(staffMembers, staffId);
}

/** In no order. One read for every hundred. */
export function staffMembersByIds(staffIds: readonly string[]): Promise<readonly StaffMember[]> {
  return readByIds(staffMembers, staffIds);
}

/** Everybody on a community's register of staff, of today or not. One read for every hundred. */
export function staffOf(communityId: string): Promise<readonly StaffMember[]> {
  return findAll(staffMembers, { communityId });
}

export function postsOf(openid: string): Promise<readonly StaffMember[]> {
  return find(staffMembers, { where: { openid }, limit: limits.rowsPerPage });
}

export function staffWithPhone(communityId: string, phone: string): Promise<readonly StaffMember[]> {
  return find(staffMembers, { where: { communityId, phone }, limit: limits.rowsPerPage });
}

export function bindingRequestById(bindingId: string): Promise<BindingRequest | undefined> {
  return readById(bindingRequests, bindingId);
}

export function waitingRequestsOf(openid: string): Promise<readonly BindingRequest[]> {
  return find(bindingRequests, { where: { openid, state: 'waiting' }, limit: limits.rowsPerPage });
}

export function waitingRequestsForHome(homeId: string): Promise<readonly BindingRequest[]> {
  return find(bindingRequests, { where: { homeId, state: 'waiting' }, limit: limits.rowsPerPage });
}

/** What waits for customer service, oldest first. */
export function waitingRequestsOfCommunity(
  communityId: string,
  after: string | undefined,
): Promise<Page<BindingRequest>> {
  return findPage(bindingRequests, {
    where: { communityId, state: 'waiting' },
    by: 'askedAt',
    direction: 'asc',
    after,
  });
}

export function invitationById(invitationId: string): Promise<InvitationRecord | undefined> {
  return readById(invitations, invitationId);
}

/** Invitations of a home that have not expired, accepted ones too. */
export function unexpiredInvitations(homeId: string, now: number): Promise<readonly InvitationRecord[]> {
  return find(invitations, {
    where: { homeId, expiresAt: is.above(now) },
    limit: limits.documentsPerQuery,
  });
}

export function attemptsOn(openid: string, day: Attempts['day']): Promise<Attempts | undefined> {
  return readById(bindingAttempts, attemptsId(openid, day));
}

/** Names old rows, for whoever removes them. */
export function attemptsBefore(day: Attempts['day']): Condition {
  return { day: is.below(day) };
}

export function invitationsExpiredBefore(instant: number): Condition {
  return { expiresAt: is.below(instant) };
}
