import type { ClockView, TicketRow } from '../../../types/contract/tickets';
import { clockFact, percentLeft, rowClock, secondsLeft } from './workClock';

const now = Date.UTC(2026, 10, 16, 6, 20);
const minute = 60_000;
const clock: ClockView = { kind: 'close', startedAt: now - 30 * minute, by: now + 72 * minute, level: 0 };
const row = (more: Partial<TicketRow>) => ({ state: 'working', clock, ...more }) as TicketRow;

test('an emergency counts to the second, late ones say so', () => {
  expect(secondsLeft(now + 760_000, now)).toBe('12:40');
  expect(secondsLeft(now, now)).toBe('0:00');
  expect(secondsLeft(now - 185_000, now)).toBe('超 3:05');
  expect(secondsLeft(now + 239 * minute, now)).toBe('3:59:00');
  expect(secondsLeft(now - 65 * minute - 7_000, now)).toBe('超 1:05:07');
});

test('the bar is what is left, never more than all and never less than nothing', () => {
  expect(percentLeft({ ...clock, startedAt: now - 10 * minute, by: now + 30 * minute }, now)).toBe(75);
  expect(percentLeft({ ...clock, by: now - 1 }, now)).toBe(0);
  expect(percentLeft({ ...clock, startedAt: now + minute }, now)).toBe(100);
});

test.each([
  ['what remains', row({}), { time: '1 时 12 分', below: '内修好', isLate: false }],
  [
    'what is late',
    row({ clock: { ...clock, by: now - 24 * minute } }),
    { time: '超 24 分', below: '修好', isLate: true },
  ],
  [
    'what stands still',
    row({ clock: { ...clock, pausedSince: now } }),
    { time: '暂停', below: '不计时', isLate: false },
  ],
  [
    'what stands still and shows no clock',
    row({ state: 'paused', clock: undefined as never }),
    { time: '暂停', below: '不计时', isLate: false },
  ],
  [
    'what was agreed',
    row({
      state: 'accepted',
      appointment: { from: now + 25 * minute, to: now + 85 * minute, isConfirmed: true },
    }),
    { time: '14:45', below: '约好上门', isLate: false },
  ],
  [
    'silence',
    row({ state: 'finished', clock: { ...clock, kind: 'acceptance', by: now + 72 * 60 * minute } }),
    { time: '11月19日 14:20', below: '自动验收', isLate: false },
  ],
])('a list says %s', (_, of, said) => {
  expect(rowClock(of, now)).toEqual(said);
});

test('a clock that was kept says by how much', () => {
  const kept = { ...clock, by: now, stoppedAt: now - 11 * minute };
  expect(clockFact(kept, now)).toEqual({ time: '14:09', below: '比时限早 11 分', isLate: false });
  expect(clockFact({ ...kept, stoppedAt: now + 5 * minute }, now)).toMatchObject({
    below: '超时限 5 分',
    isLate: true,
  });
  expect(clockFact({ ...kept, missed: 1 }, now).below).toBe('比时限早 11 分，之前超时 1 次');
  expect(clockFact(clock, now)).toEqual({ time: '1 时 12 分', below: '15:32 前', isLate: false });
});

test('whoever is silent is not late', () => {
  const silence = { ...clock, kind: 'acceptance' as const, by: now, stoppedAt: now + 2 * minute };
  expect(clockFact(silence, now)).toMatchObject({ below: '到时间自动通过', isLate: false });
  expect(clockFact({ ...silence, stoppedAt: now - minute }, now)).toMatchObject({
    below: '对方已回应',
    isLate: false,
  });
});
