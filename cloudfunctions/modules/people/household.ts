import type { Day, Instant } from '../../../types/day';
import type { Place } from '../../../types/place';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { type HeldTenure, type Holder, isCurrent, isHeld, opensHome, released, type Tenure } from './tenure';

/**
 * Who lives with one home: all its tenures in one document, so that whoever changes any of them writes the same document and no
 * two changes can pass each other. `_id` is the home's.
 */
export interface Household extends Stored {
  readonly communityId: string;
  readonly place: Place;
  readonly tenures: readonly Tenure[];
}

/** What became of a household, and the tenure it is about. */
export interface Settled {
  readonly household: Household;
  readonly tenure: Tenure;
}

/** The tenures that are used today, each by a WeChat account. */
export function heldTenures({ tenures }: Household, today: Day): readonly HeldTenure[] {
  return tenures.filter(isHeld).filter((tenure) => isCurrent(tenure, today));
}

/** The tenure of this account, under objection or not. */
export function tenureHeldBy(household: Household, openid: string, today: Day): HeldTenure | undefined {
  return heldTenures(household, today).find(({ holder }) => holder.openid === openid);
}

/** The accounts to which the home is open. */
export function memberOpenids(household: Household, today: Day): readonly string[] {
  return heldTenures(household, today)
    .filter((tenure) => opensHome(tenure, today))
    .map(({ holder }) => holder.openid);
}

export function hasBoundOwner(household: Household, today: Day): boolean {
  return heldTenures(household, today).some(({ relation }) => relation === 'owner');
}

/**
 * Row A1: an account whose phone and second fact match a registered tenure takes it into its hands. `needsApproval` where an
 * owner holds the home already, or the tenure is in other hands. Refuses ALREADY_MEMBER, HOME_FULL, MEMBER_NOT_FOUND.
 */
export function bindByRegister(
  household: Household,
  { tenureId, openid }: { readonly tenureId: string; readonly openid: string },
  now: Instant,
  today: Day,
): Outcome<Settled | 'needsApproval'> {
  const tenure = currentTenure(household, tenureId, today);
  if (!tenure) return refused('MEMBER_NOT_FOUND');
  const obstacle = obstacleToJoining(household, openid, today);
  if (obstacle) return refused(obstacle);
  if (hasBoundOwner(household, today) || isHeld(tenure)) return granted('needsApproval');
  return granted(withTenure(household, { ...tenure, holder: { openid, since: now, by: 'register' } }));
}

/** Puts a registered tenure into an account's hands because somebody who may said so; an earlier holder is out. */
export function handTo(
  household: Household,
  { tenureId, holder }: { readonly tenureId: string; readonly holder: Holder },
  today: Day,
): Outcome<Settled> {
  const tenure = currentTenure(household, tenureId, today);
  if (!tenure) return refused('MEMBER_NOT_FOUND');
  const obstacle = isHeld(tenure)
    ? alreadyMember(household, holder.openid, today)
    : obstacleToJoining(household, holder.openid, today);
  if (obstacle) return refused(obstacle);
  return granted(withTenure(household, { ...tenure, holder }));
}

/** Somebody the register does not know joins. Refuses ALREADY_MEMBER, HOME_FULL. */
export function addMember(
  household: Household,
  tenure: Omit<HeldTenure, 'origin'>,
  today: Day,
): Outcome<Settled> {
  const obstacle = obstacleToJoining(household, tenure.holder.openid, today);
  if (obstacle) return refused(obstacle);
  const added: Tenure = { ...tenure, origin: 'added' };
  return granted({ household: { ...household, tenures: [...household.tenures, added] }, tenure: added });
}

/** The account gives the home out of its hands; access ends with the commit. Refuses MEMBER_NOT_FOUND. */
export function leave(household: Household, openid: string, today: Day): Outcome<Settled> {
  const tenure = tenureHeldBy(household, openid, today);
  if (!tenure) return refused('MEMBER_NOT_FOUND');
  return granted(withTenure(household, released(tenure, today)));
}

/**
 * An owner says that a member lives here no more: the tenure is over, registered or not. Owners are not removed by owners
 * (NOT_ALLOWED): that is a matter of the register. Refuses MEMBER_NOT_FOUND.
 */
export function removeMember(household: Household, tenureId: string, today: Day): Outcome<Settled> {
  const tenure = currentTenure(household, tenureId, today);
  if (!tenure || !isHeld(tenure)) return refused('MEMBER_NOT_FOUND');
  if (tenure.relation === 'owner') return refused('NOT_ALLOWED');
  return granted(withTenure(household, { ...released(tenure, today), to: today }));
}

export function currentTenure(household: Household, tenureId: string, today: Day): Tenure | undefined {
  return household.tenures.find((tenure) => tenure.id === tenureId && isCurrent(tenure, today));
}

/** The household with this tenure in place of the one of the same id. */
export function withTenure(household: Household, tenure: Tenure): Settled {
  const tenures = household.tenures.map((each) => (each.id === tenure.id ? tenure : each));
  return { household: { ...household, tenures }, tenure };
}

function obstacleToJoining(
  household: Household,
  openid: string,
  today: Day,
): 'ALREADY_MEMBER' | 'HOME_FULL' | undefined {
  const member = alreadyMember(household, openid, today);
  if (member) return member;
  return heldTenures(household, today).length >= limits.membersPerHome ? 'HOME_FULL' : undefined;
}

function alreadyMember(household: Household, openid: string, today: Day): 'ALREADY_MEMBER' | undefined {
  return tenureHeldBy(household, openid, today) ? 'ALREADY_MEMBER' : undefined;
}
