import type { HeldHome } from '../../kernel/caller';
import type { Context } from '../../kernel/routes';
import { emptyAccount, type HomeAccount, homeAccountOf, type Payer } from '../charging';
import { type Community, communityById } from '../community';
import { type Household, householdOf, partiesSeenBy, readForCaller, residentsByIds } from '../people';

/** Somebody of a home who wants to pay, with what there is to decide it from. */
export interface Paying {
  readonly held: HeldHome;
  readonly household: Household;
  readonly community: Community;
  /** As it was read; undefined where the home never had one. */
  readonly read: HomeAccount | undefined;
  readonly account: HomeAccount;
  readonly payer: Payer;
  readonly payerName: string;
}

/**
 * Undefined where the home is not the caller's any more, or its community is still being brought in. Three reads at once: who lives there was
 * read to know the caller, and whom the caller may pay for rests on the same reading as that the caller may pay.
 */
export async function loadPaying({ caller, target, today }: Context): Promise<Paying | undefined> {
  const homeId = target.kind === 'home' ? target.homeId : undefined;
  const held = caller.homes.find((home) => home.homeId === homeId);
  if (!held) return undefined;
  const [read, household, community, [resident]] = await Promise.all([
    homeAccountOf(held.homeId),
    readForCaller(caller)?.held.find(({ _id }) => _id === held.homeId) ?? householdOf(held.homeId),
    communityById(held.communityId),
    residentsByIds([held.residentId]),
  ]);
  if (!household || !community || community.state === 'preparing') return undefined;
  return {
    held,
    household,
    community,
    read,
    account: read ?? emptyAccount(held.homeId, held.communityId),
    payer: { openid: caller.openid, partyIds: partiesSeenBy(household, held.relation, today) },
    payerName: resident?.name ?? '',
  };
}
