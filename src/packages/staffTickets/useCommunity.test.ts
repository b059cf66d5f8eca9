import type { MyPost } from '../../../types/contract/people';
import { refused } from '../../../types/refusal';
import { communityOf, unknownBecause } from './useCommunity';

const post = (communityId: string, ...duties: MyPost['duties']) => ({ communityId, duties }) as MyPost;

test('a page opened from a message is about where I do field work, otherwise about my first post', () => {
  expect(communityOf([post('wutong', 'finance'), post('yunqi', 'engineer')])).toBe('yunqi');
  expect(communityOf([post('wutong', 'supervisor'), post('yunqi', 'finance')])).toBe('wutong');
});

test('who has no post any more is told so, and does not wait for ever', () => {
  expect(unknownBecause({ kind: 'ready', value: { posts: [] }, at: 0 })).toMatchObject({
    ...{ kind: 'refused', refusal: { code: 'NOT_ALLOWED' } },
  });
  const one = { kind: 'ready', value: { posts: [post('yunqi', 'guard')] }, at: 0 } as const;
  expect(unknownBecause(one)).toBeUndefined();
});

test('where it cannot be asked, that is said; while it is asked, nothing', () => {
  const outcome = refused('UNREACHABLE');
  if (outcome.ok) throw new Error('it was not refused');
  const answer = { kind: 'refused', refusal: outcome.refusal } as const;
  expect(unknownBecause(answer)).toEqual(answer);
  expect(unknownBecause({ kind: 'waiting' })).toBeUndefined();
});
