import type { ParsedOf } from '../../../types/contract';
import type { BoundHome } from '../../../types/contract/people';
import { placeName } from '../../../types/place';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { type Decision, toDo } from '../../kernel/decision';
import { limits } from '../../kernel/limits';
import type { Changing, Context } from '../../kernel/routes';
import { communityById, type Home, homeAt } from '../community';
import { askForApproval } from './askForApproval';
import { askPhone, type Proved } from './askPhone';
import { type BindingRequest, bindingId } from './binding';
import { type Household, tenureHeldBy } from './household';
import { bindingRequestById, householdOf, residentsWithPhone, waitingRequestsOf } from './peopleStore';
import { isCurrent } from './tenure';

type Input = ParsedOf<'people.requestBinding'>;
type Made = { readonly homeId: string; readonly place: string };

/**
 * Row A1: who does not fit the register asks, and an owner of the home or customer service decides. Refuses HOME_NOT_FOUND,
 * ALREADY_MEMBER, BINDING_ALREADY_REQUESTED, TOO_MANY_REQUESTS, PHONE_CODE_SPENT, PHONE_UNAVAILABLE.
 */
export const requestBinding: Changing<Input, Proved, Made, BoundHome> = {
  prepare: async (input, context, world) => {
    // Before the number is asked for: each answer costs money and spends the code.
    const wish = await lookAtWish(input, context);
    return wish.ok ? askPhone(input, world) : wish;
  },
  decide,
  answer: async (made) => granted({ ...made, state: 'waiting' }),
};

async function decide(input: Input, context: Context, { phone }: Proved): Promise<Decision<Made>> {
  const wish = await lookAtWish(input, context);
  if (!wish.ok) return { kind: 'refuse', refusal: wish.refusal };
  const { home, household, before } = wish.value;
  const { name, relation, note } = input;
  const tenureId = await registeredTenure(household, { phone, name, relation }, context);
  const asked = askForApproval(household, before, context, { name, phone, relation, tenureId, note });
  return toDo({ homeId: home._id, place: placeName(home.place) }, asked);
}

interface Wish {
  readonly home: Home;
  readonly household: Household;
  /** An earlier request of this person for this home, decided. */
  readonly before: BindingRequest | undefined;
}

async function lookAtWish(input: Input, { caller, today }: Context): Promise<Outcome<Wish>> {
  const { openid } = caller;
  const { building, unit, room } = input;
  const [home, community] = await Promise.all([
    homeAt(input.communityId, { building, unit, room }),
    communityById(input.communityId),
  ]);
  if (community?.state === 'preparing') return refused('COMMUNITY_NOT_SET_UP');
  if (!home) return refused('HOME_NOT_FOUND');
  const [household = emptyHousehold(home), waiting, before] = await Promise.all([
    householdOf(home._id),
    waitingRequestsOf(openid),
    bindingRequestById(bindingId(home._id, openid)),
  ]);
  if (tenureHeldBy(household, openid, today)) return refused('ALREADY_MEMBER');
  if (before?.state === 'waiting') return refused('BINDING_ALREADY_REQUESTED');
  if (waiting.length >= limits.waitingBindingsPerPerson) return refused('TOO_MANY_REQUESTS');
  return granted({ home, household, before });
}

/** The registered tenure of that phone, name and relation, so that approving leads into the register and not beside it. */
async function registeredTenure(
  household: Household,
  { phone, name, relation }: { phone: string; name: string; relation: Input['relation'] },
  { today }: Context,
): Promise<string | undefined> {
  const known = await residentsWithPhone(household.communityId, phone);
  const ids = new Set(known.filter((resident) => resident.name === name).map(({ _id }) => _id));
  return household.tenures.find(
    (tenure) => ids.has(tenure.residentId) && tenure.relation === relation && isCurrent(tenure, today),
  )?.id;
}

/** A home nobody has been registered in yet. */
export function emptyHousehold({ _id, communityId, place }: Home): Household {
  return { _id, version: 0, communityId, place, tenures: [] };
}
