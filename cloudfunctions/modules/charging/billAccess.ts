import { holderOfHome, type Reach, staffOfCommunity } from '../../kernel/access';
import type { Context } from '../../kernel/routes';
import { type Household, partiesSeenBy } from '../people';
import type { Bill } from './bill';
import { billRunById } from './billRunStore';
import { billById } from './chargingStore';

export const finance = staffOfCommunity('finance');
export const desk = staffOfCommunity('finance', 'customerService');
/** Whose desk's figures open to bills, one by one. */
export const projectManager = staffOfCommunity('projectManager');
export const anyHolder = holderOfHome('owner', 'family', 'tenant');

/** The bill an input names: belongs to its home. Whose it is there, `mayBeSeen` says. */
export const reachBill: Reach<{ readonly billId: string }> = async ({ billId }) => {
  const bill = await billById(billId);
  return bill && { kind: 'record', communityId: bill.communityId, homeId: bill.homeId, people: [] };
};

export const reachBillRun: Reach<{ readonly billRunId: string }> = async ({ billRunId }) => {
  const run = await billRunById(billRunId);
  return run && { kind: 'community', communityId: run.communityId };
};

/** A community by one's own home in it, for what everybody who lives there may see. */
export const reachWhereILive: Reach<{ readonly communityId: string }> = async ({ communityId }, caller) => {
  const held = caller.homes.find((home) => home.communityId === communityId);
  return held ? { kind: 'home', communityId, homeId: held.homeId } : { kind: 'community', communityId };
};

/** Whose bills of the home the caller sees; `everybody` at the desk. */
export function partiesOf(
  household: Household | undefined,
  homeId: string,
  { caller, target, today }: Context,
): 'everybody' | readonly string[] {
  if (desk.allows(caller, target)) return 'everybody';
  const held = caller.homes.find((home) => home.homeId === homeId);
  return held && household ? partiesSeenBy(household, held.relation, today) : [];
}

/**
 * A resident sees published bills of those who live with the home; a predecessor's, and drafts, are not there for them. The project
 * manager sees every published one.
 */
export function mayBeSeen(bill: Bill, household: Household | undefined, context: Context): boolean {
  const parties = partiesOf(household, bill.homeId, context);
  if (parties === 'everybody') return true;
  const isTheirs =
    projectManager.allows(context.caller, context.target) || parties.includes(bill.liablePartyId);
  return bill.state !== 'draft' && isTheirs;
}
