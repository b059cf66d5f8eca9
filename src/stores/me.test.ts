import type { MyHome } from '../../types/contract/people';
import { recall } from '../services/storage';
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

test('whom to call is kept by community, and gone once there is nobody', () => {
  useMe.getState().learnPhone('yunqi', '0571-88000000');
  useMe.getState().learnPhone('wutong', '0571-88000001');
  expect(useMe.getState().phones.yunqi).toBe('0571-88000000');
  expect(recall('servicePhones')).toEqual({ yunqi: '0571-88000000', wutong: '0571-88000001' });
  useMe.getState().learnPhone('yunqi', undefined);
  expect(useMe.getState().phones).toEqual({ yunqi: undefined, wutong: '0571-88000001' });
});
