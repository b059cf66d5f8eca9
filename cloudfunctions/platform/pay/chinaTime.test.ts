import type { Instant } from '../../../types/day';
import { compactTime, offsetTime, parseClockTime, parseCompactTime, parseOffsetTime } from './chinaTime';

const at = Date.parse('2026-11-10T23:59:58+08:00') as Instant;

test('one instant in every spelling, there and back', () => {
  expect(compactTime(at)).toBe('20261110235958');
  expect(parseCompactTime('20261110235958')).toBe(at);
  expect(parseClockTime('2026-11-10 23:59:58')).toBe(at);
  expect(offsetTime(at)).toBe('2026-11-10T23:59:58+08:00');
  expect(parseOffsetTime(offsetTime(at))).toBe(at);
  expect(parseOffsetTime('2026-11-10T15:59:58Z')).toBe(at);
});

test.each(['', '2026111023595', '20260230000000', '20261110246060', '2026-11-10 9:00:00', 'today'])(
  '%j is no instant',
  (text) => {
    expect(parseCompactTime(text)).toBeUndefined();
    expect(parseClockTime(text)).toBeUndefined();
    expect(parseOffsetTime(text)).toBeUndefined();
  },
);

test('year 1 stands for never', () => {
  expect(parseOffsetTime('0001-01-01T00:00:00Z')).toBeUndefined();
});
