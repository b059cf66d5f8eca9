import { day } from '../../types/day';
import { momentWords, nearDayWords, remainingWords, shortMomentWords, stretchOf } from './timeWords';

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at('2026-11-16T14:41:00');

test.each([
  ['2026-11-16T09:05:00', '今天 9:05', '9:05', 'today'],
  ['2026-11-16T00:00:00', '今天 0:00', '0:00', 'today'],
  ['2026-11-15T23:59:59', '昨天 23:59', '昨天', 'yesterday'],
  ['2026-11-03T14:20:00', '11月3日 14:20', '11月3日', 'earlier'],
  ['2025-12-31T08:00:00', '2025年12月31日 8:00', '2025年12月31日', 'earlier'],
])('%s reads %s', (text, long, short, stretch) => {
  expect(momentWords(at(text), now)).toBe(long);
  expect(shortMomentWords(at(text), now)).toBe(short);
  expect(stretchOf(at(text), now)).toBe(stretch);
});

test('days are near or dated', () => {
  expect(nearDayWords(day('2026-11-17'), day('2026-11-16'))).toBe('明天');
  expect(nearDayWords(day('2026-11-30'), day('2026-11-16'))).toBe('11月30日');
});

test('what remains is never less than it is', () => {
  expect(remainingWords(now + 1, now)).toBe('不到 1 分钟');
  expect(remainingWords(now + 61_000, now)).toBe('还有 2 分钟');
  expect(remainingWords(now + 3 * 3_600_000, now)).toBe('还有 3 小时');
});
