import { kindWords, sinceWords } from './stuckWords';

const now = Date.parse('2026-11-23T14:20:00+08:00');

test('since when, and the number to tell the technician', () => {
  expect(sinceWords({ startedAt: now }, now)).toBe('今天 14:20 开始');
  expect(sinceWords({ startedAt: now, incident: 'f3a9' }, now)).toBe('今天 14:20 开始，故障编号 f3a9');
});

test('a kind that has no words yet is told of all the same', () => {
  expect(kindWords('somethingNew').title).toBe('后台工作');
  expect(kindWords('totals').title).toBe('每晚统计');
});
