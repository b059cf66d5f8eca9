import {
  admission,
  anyPerson,
  holderOfHome,
  namedOnRecord,
  reachCommunity,
  reachSelf,
  residentOfCommunity,
  staffOfCommunity,
  type Target,
} from './access';
import type { Caller } from './caller';

const caller: Caller = {
  openid: 'o-me',
  homes: [{ homeId: 'h1', communityId: 'c1', tenureId: 't', residentId: 'r', relation: 'family' }],
  posts: [{ communityId: 'c1', staffId: 's', duties: ['guard', 'engineer'] }],
};
const home = (homeId: string, communityId: string): Target => ({ kind: 'home', homeId, communityId });
const record = (more: object): Target => ({ kind: 'record', communityId: 'c1', people: [], ...more });

test('no rule lets nobody in', () => {
  expect(admission([], caller, { kind: 'self' })).toBeUndefined();
});

test('the first rule that fits is what one acts as', () => {
  const rules = [holderOfHome('owner'), holderOfHome('family', 'tenant'), staffOfCommunity('guard')];
  expect(admission(rules, caller, home('h1', 'c1'))?.name).toBe('family|tenant');
});

test.each([
  ['anybody about oneself', anyPerson, { kind: 'self' } as Target, true],
  ['anybody about a home', anyPerson, home('h1', 'c1'), false],
  ['the own home in that relation', holderOfHome('family'), home('h1', 'c1'), true],
  ['the own home in another relation', holderOfHome('owner'), home('h1', 'c1'), false],
  ['another home', holderOfHome('family'), home('h2', 'c1'), false],
  ['a home of that id in another community', holderOfHome('family'), home('h1', 'c2'), false],
  ['a record of the own home', holderOfHome('family'), record({ homeId: 'h1' }), true],
  ['a record of no home', holderOfHome('family'), record({}), false],
  ['a duty in the community', staffOfCommunity('engineer'), { kind: 'community', communityId: 'c1' }, true],
  ['a duty in another', staffOfCommunity('engineer'), { kind: 'community', communityId: 'c2' }, false],
  ['another duty', staffOfCommunity('finance'), { kind: 'community', communityId: 'c1' }, false],
  ['a duty at a home of the community', staffOfCommunity('guard'), home('h2', 'c1'), true],
  ['a duty about oneself', staffOfCommunity('guard'), { kind: 'self' }, false],
  ['a home in the community', residentOfCommunity, { kind: 'community', communityId: 'c1' }, true],
  ['no home in that one', residentOfCommunity, { kind: 'community', communityId: 'c2' }, false],
  ['a home, about oneself', residentOfCommunity, { kind: 'self' }, false],
  ['named on the record', namedOnRecord, record({ people: ['o-me'] }), true],
  ['not named on it', namedOnRecord, record({ people: ['o-you'] }), false],
  ['named on no record', namedOnRecord, home('h1', 'c1'), false],
] as const)('%s: %#', (_name, rule, target, allowed) => {
  expect(rule.allows(caller, target)).toBe(allowed);
});

test('reaching for oneself or a community asks nobody', async () => {
  expect(await reachSelf({}, caller)).toEqual({ kind: 'self' });
  expect(await reachCommunity({ communityId: 'c9' }, caller)).toEqual({
    kind: 'community',
    communityId: 'c9',
  });
});
