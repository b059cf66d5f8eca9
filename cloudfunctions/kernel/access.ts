import type { Duty, Relation } from '../../types/role';
import type { Caller } from './caller';

/** What an action reaches for, as our own records place it. */
export type Target =
  | { readonly kind: 'self' }
  | { readonly kind: 'community'; readonly communityId: string }
  | { readonly kind: 'home'; readonly communityId: string; readonly homeId: string }
  /** A ticket, a pass, a request: belongs to a community, perhaps to a home, and to the people named on it. */
  | {
      readonly kind: 'record';
      readonly communityId: string;
      readonly homeId?: string;
      readonly people: readonly string[];
    };

/** One sentence of the route table: who may. `name` stands in the audit as what the actor acted as. */
export interface Rule {
  readonly name: string;
  allows(caller: Caller, target: Target): boolean;
}

/** Finds what an input reaches for. Undefined where there is no such thing: the caller hears NOT_ALLOWED either way. */
export type Reach<Input> = (input: Input, caller: Caller) => Promise<Target | undefined>;

/** The rule that lets the caller in, or undefined. No rule, no entry. */
export function admission(rules: readonly Rule[], caller: Caller, target: Target): Rule | undefined {
  return rules.find((rule) => rule.allows(caller, target));
}

/** Anybody WeChat has logged in, about nobody but themselves. */
export const anyPerson: Rule = {
  name: 'anyPerson',
  allows: (_caller, target) => target.kind === 'self',
};

/** Somebody who lives with the very home the action reaches for, in one of these relations. */
export function holderOfHome(...relations: readonly Relation[]): Rule {
  return {
    name: relations.join('|'),
    allows: (caller, target) =>
      homeOf(target) !== undefined &&
      caller.homes.some(
        (held) =>
          held.homeId === homeOf(target) &&
          held.communityId === communityOf(target) &&
          relations.includes(held.relation),
      ),
  };
}

/** Somebody to whom any home of the very community the action reaches for is open: for what is the whole community's. */
export const residentOfCommunity: Rule = {
  name: 'residentOfCommunity',
  allows: (caller, target) => caller.homes.some(({ communityId }) => communityId === communityOf(target)),
};

/** Somebody who holds one of these duties in the very community the action reaches for. */
export function staffOfCommunity(...duties: readonly Duty[]): Rule {
  return {
    name: duties.join('|'),
    allows: (caller, target) =>
      communityOf(target) !== undefined &&
      caller.posts.some(
        (post) =>
          post.communityId === communityOf(target) && post.duties.some((duty) => duties.includes(duty)),
      ),
  };
}

/** Somebody who is named on the very record: who reported the ticket, to whom it was given. */
export const namedOnRecord: Rule = {
  name: 'namedOnRecord',
  allows: (caller, target) => target.kind === 'record' && target.people.includes(caller.openid),
};

export const reachSelf: Reach<unknown> = async () => ({ kind: 'self' });

/** The community an input names. Whether it exists need not be asked: nobody has a duty in one that does not. */
export const reachCommunity: Reach<{ readonly communityId: string }> = async ({ communityId }) => ({
  kind: 'community',
  communityId,
});

function communityOf(target: Target): string | undefined {
  return target.kind === 'self' ? undefined : target.communityId;
}

function homeOf(target: Target): string | undefined {
  return target.kind === 'home' || target.kind === 'record' ? target.homeId : undefined;
}
