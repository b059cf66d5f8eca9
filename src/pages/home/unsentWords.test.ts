import type { Refusal } from '../../../types/refusal';
import type { WaitingReport, WaitingTaking } from '../../services/waitingReport';
import { unsentWords } from './unsentWords';

const waiting: WaitingReport = {
  ...{ requestId: 'r', homeId: 'home', madeAt: 0, missing: 'service', photos: [] },
  said: { type: 'repair', problem: 'leak', urgency: 'general', text: '厨房漏水' },
};
const refusal: Refusal = { code: 'NOT_ALLOWED', sentence: '您没有权限，请找管理员。' };
const refused = { ...waiting, refusal };

test('nothing is said where nothing waits, nor of photos that follow what is there', () => {
  expect(unsentWords([], 'home')).toBeUndefined();
  const followed = { ticketId: 't', requestId: 'more' };
  expect(
    unsentWords(
      [
        { ...waiting, followed },
        { ...refused, followed },
      ],
      'home',
    ),
  ).toBeUndefined();
});

test('what waits says what for', () => {
  expect(unsentWords([waiting, waiting], 'home')).toMatchObject({
    ...{ title: '2 条报修', line: '系统恢复后自动发出', chip: { text: '等待发送' } },
  });
});

test('what never goes does not wait: why stands there, whoever looks from which home', () => {
  const words = unsentWords([waiting, refused], 'home');
  expect(words).toMatchObject({ title: '1 条报修', chip: { text: '没有发出' } });
  expect(words?.line).toContain('改好可以再发');
  for (const homeId of ['another', undefined])
    expect(unsentWords([refused], homeId)?.line).toBe('您已不在报修的那套房屋，发不出去了');
  const { homeId: _, ...rest } = refused;
  const place = { kind: 'common', building: '3栋', where: '大堂' } as const;
  const taken: WaitingTaking = { ...rest, taken: { communityId: 'c', channel: 'patrol', place } };
  expect(unsentWords([taken], 'home')?.line).toBe('您已不在那个岗位，发不出去了');
});
