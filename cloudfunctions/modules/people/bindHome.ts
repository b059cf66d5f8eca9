import type { ParsedOf } from '../../../types/contract';
import type { Bound, BoundHome } from '../../../types/contract/people';
import { placeName } from '../../../types/place';
import { granted } from '../../../types/refusal';
import { type Changes, changes, joined, replace, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse, toRefuseAndRemember } from '../../kernel/decision';
import { limits } from '../../kernel/limits';
import { maskedName } from '../../kernel/mask';
import type { Changing, Context } from '../../kernel/routes';
import { readByIds } from '../../platform/database';
import { communityById } from '../community';
import { askForApproval } from './askForApproval';
import { askPhoneWithinLimit, type Proved } from './askPhone';
import { attemptsLeft, oneMore } from './attempts';
import { bindingId } from './binding';
import { bindByRegister } from './household';
import { type Match, matches } from './matching';
import {
  attemptsOn,
  bindingAttempts,
  bindingRequestById,
  households,
  householdsOfResidents,
  residentsWithPhone,
} from './peopleStore';
import { tellMembers, tellPerson } from './told';

type Input = ParsedOf<'people.bindHome'>;
type Made = readonly { readonly homeId: string; readonly state: BoundHome['state'] }[];

/**
 * Row A1. The phone (WeChat's word) and the second fact are matched against the register; every home that fits is bound at once,
 * up to five. Where an owner holds the home already it becomes a request. Members are told and may object. A wrong fact counts:
 * five a day. Refuses TOO_MANY_ATTEMPTS, PHONE_CODE_SPENT, PHONE_UNAVAILABLE, BINDING_NOT_MATCHED (with `left`), ALREADY_MEMBER,
 * HOME_FULL.
 */
export const bindHome: Changing<Input, Proved, Made, Bound> = {
  prepare: askPhoneWithinLimit,
  decide,
  answer: async (made) => {
    const found = await readByIds(
      households,
      made.map(({ homeId }) => homeId),
    );
    const places = new Map(found.map(({ _id, place }) => [_id, placeName(place)]));
    return granted({
      homes: made.map(({ homeId, state }) => ({ homeId, state, place: places.get(homeId) ?? '' })),
    });
  },
};

async function decide(input: Input, context: Context, { phone }: Proved): Promise<Decision<Made>> {
  const { caller, today } = context;
  const [attempts, community] = await Promise.all([
    attemptsOn(caller.openid, today),
    communityById(input.communityId),
  ]);
  if (community?.state === 'preparing') return toRefuse('COMMUNITY_NOT_SET_UP');
  const left = attemptsLeft(attempts);
  if (left === 0) return toRefuse('TOO_MANY_ATTEMPTS');
  const withPhone = await residentsWithPhone(input.communityId, phone);
  const known = await householdsOfResidents(withPhone.map(({ _id }) => _id));
  const found = matches(known, withPhone, input, today).slice(0, limits.homesPerBinding);
  if (found.length === 0) {
    const counted = changes({
      writes: [save(bindingAttempts, attempts, oneMore(attempts, caller.openid, today))],
      audit: [
        {
          what: 'bindingNotMatched',
          beneficiary: { openid: caller.openid, communityId: input.communityId },
          subjects: [],
        },
      ],
    });
    return toRefuseAndRemember('BINDING_NOT_MATCHED', counted, { left: left - 1 });
  }
  return bindAll(found, phone, context);
}

/** Homes that stand in the way (already mine, full) are left out while another one can be bound. */
async function bindAll(found: readonly Match[], phone: string, context: Context): Promise<Decision<Made>> {
  const each = await Promise.all(found.map((match) => bindOne(match, phone, context)));
  const done = each.flatMap((one) => (one.kind === 'do' ? [one] : []));
  if (done.length === 0) return each[0] as Decision<Made>;
  return toDo(
    done.flatMap(({ made }) => made),
    joined(...done.map((one) => one.changes)),
  );
}

async function bindOne(match: Match, phone: string, context: Context): Promise<Decision<Made>> {
  const { household, tenure, resident } = match;
  const { openid } = context.caller;
  const bound = bindByRegister(household, { tenureId: tenure.id, openid }, context.now, context.today);
  if (!bound.ok) return { kind: 'refuse', refusal: bound.refusal };
  if (bound.value === 'needsApproval') {
    const before = await bindingRequestById(bindingId(household._id, openid));
    const asked = askForApproval(household, before, context, {
      name: resident.name,
      phone,
      relation: tenure.relation,
      tenureId: tenure.id,
    });
    return toDo([{ homeId: household._id, state: 'waiting' }], asked);
  }
  return toDo([{ homeId: household._id, state: 'bound' }], boundNow(match, bound.value.household, context));
}

function boundNow(match: Match, next: Match['household'], { caller, today }: Context): Changes {
  const { household, tenure, resident } = match;
  const { openid } = caller;
  const words = { name: maskedName(resident.name) };
  const told = tellMembers(household, { kind: 'memberJoined', words, except: openid, today });
  return changes({
    writes: [replace(households, household, next)],
    audit: [
      {
        what: 'homeBound',
        beneficiary: {
          openid,
          residentId: resident._id,
          homeId: household._id,
          communityId: household.communityId,
        },
        subjects: [`households/${household._id}`],
        facts: { tenureId: tenure.id, relation: tenure.relation },
      },
    ],
    messages: told.messages,
    topics: [...told.topics, ...tellPerson(openid, household, 'memberJoined').topics],
  });
}
