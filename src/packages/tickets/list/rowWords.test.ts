import type { ClockView, TicketRow } from '../../../../types/contract/tickets';
import { lineOf } from './rowWords';

const now = Date.parse('2026-11-16T14:24:00+08:00');
const minute = 60_000;
const row = (left: number | undefined, more: Partial<TicketRow> = {}) => {
  const clock = (by: number): ClockView => ({ kind: 'close', startedAt: now, by, level: 0 });
  return {
    ...{ type: 'repair', urgency: 'general', reportedAt: now - 18 * minute, assignee: '张师傅' },
    ...(left === undefined ? {} : { clock: clock(now + left * minute) }),
    ...more,
  } as TicketRow;
};

test.each([
  [12, '报修 14:06，张师傅，还有 12 分钟'],
  [72, '报修 14:06，张师傅，还有 1 小时 12 分'],
  [120, '报修 14:06，张师傅，还有 2 小时'],
  [-121, '报修 14:06，张师傅，已超 2 小时 1 分'],
  [undefined, '报修 14:06，张师傅'],
])('with %p minutes left it says %s', (left, words) => {
  expect(lineOf(row(left), now)).toBe(words);
});

test('an emergency is named, and a clock that stands still counts nothing', () => {
  expect(lineOf(row(undefined, { urgency: 'emergency' }), now)).toBe('紧急报修 14:06，张师傅');
  const still = row(12);
  expect(lineOf({ ...still, clock: { ...still.clock!, pausedSince: now as never } }, now)).toBe(
    '报修 14:06，张师傅',
  );
});
