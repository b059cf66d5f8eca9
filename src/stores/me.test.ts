import type { MyHome } from '../../types/contract/people';
import { lookedAt, useMe } from './me';

const home = (homeId: string, isSuspended = false): MyHome => ({
  homeId,
  communityId: 'yunqi',
  communityName: '云栖苑',
  place: homeId,
  tenureId: 't',
  relation: 'owner',
  isSuspended,
});
const me = (...homes: MyHome[]) => ({ homes, posts: [], waiting: [] });

test('the chosen home is looked at, else the first that may be seen', () => {
  expect(lookedAt({ me: me(home('a'), home('b')), homeId: 'b' })?.homeId).toBe('b');
  expect(lookedAt({ me: me(home('a', true), home('b')), homeId: undefined })?.homeId).toBe('b');
  expect(lookedAt({ me: undefined, homeId: 'a' })).toBeUndefined();
});

test('a choice is kept, and forgotten once the home is no longer mine', () => {
  useMe.getState().lookAt('b');
  useMe.getState().learn(me(home('a'), home('b')));
  expect(useMe.getState().homeId).toBe('b');
  useMe.getState().learn(me(home('a')));
  expect(useMe.getState().homeId).toBeUndefined();
});
