import type { Member } from '../../../types/contract/people';
import { granted, type Outcome } from '../../../types/refusal';
import { staffOfCommunity } from '../../kernel/access';
import { maskedName } from '../../kernel/mask';
import type { Context } from '../../kernel/routes';
import { readByIds } from '../../platform/database';
import { type Household, tenureHeldBy } from './household';
import { isContestable } from './objection';
import { householdOf, residents } from './peopleStore';
import { isCurrent, isHeld, isSuspended, type Tenure } from './tenure';

const customerService = staffOfCommunity('customerService');

/**
 * Everybody who lives with a home today. Names masked but for one's own; customer service sees them in full, and what is objected.
 * Two reads.
 */
export async function members(
  { homeId }: { readonly homeId: string },
  context: Context,
): Promise<Outcome<readonly Member[]>> {
  const household = await householdOf(homeId);
  if (!household) return granted([]);
  const current = household.tenures.filter((tenure) => isCurrent(tenure, context.today));
  const people = await readByIds(
    residents,
    current.map(({ residentId }) => residentId),
  );
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  return granted(
    current.map((tenure) => memberView(tenure, names.get(tenure.residentId) ?? '', household, context)),
  );
}

function memberView(tenure: Tenure, name: string, household: Household, context: Context): Member {
  const { caller, target, now, today } = context;
  const mine = tenureHeldBy(household, caller.openid, today);
  const isMe = mine?.id === tenure.id;
  const isService = customerService.allows(caller, target);
  const { id: tenureId, relation, from, to, holder } = tenure;
  const objection = isService ? holder?.objection : undefined;
  return {
    tenureId,
    name: isMe || isService ? name : maskedName(name),
    relation,
    isBound: isHeld(tenure),
    isMe,
    isSuspended: isSuspended(tenure),
    isContestable: mine !== undefined && isContestable(tenure, mine, now),
    from,
    ...(objection ? { objection: { reason: objection.reason, at: objection.at } } : {}),
    ...(to === undefined ? {} : { to }),
  };
}
