import { day, type Instant, startOfDay } from '../../../../types/day';
import type { HeldTicket } from '../giving/workload';
import { firstHourAt, hoursOf, plannedStretches, workedStretches } from './dayLoad';

const today = day('2026-11-16');
const at = (hours: number, minutes = 0) =>
  (startOfDay(today) + hours * 3_600_000 + minutes * 60_000) as Instant;
const step = (what: string, hours: number, minutes = 0, staffId = 'zhang') => ({
  ...{ what, staffId, at: at(hours, minutes) },
});

const held: HeldTicket = {
  ...{ ticketId: 't', urgency: 'general', state: 'accepted', since: at(9), building: '3栋', skill: '水暖' },
  ...{ usualMinutes: 40, reportedAt: at(8), mayMove: true },
};

describe('what somebody does in a day', () => {
  test('from each check-in to the move that ends it', () => {
    const steps = [step('accept', 8), step('checkIn', 9), step('added', 9, 10), step('pause', 9, 20)];
    const later = [step('resume', 10), step('checkIn', 10, 30), step('finish', 11)];
    expect(workedStretches([...steps, ...later], 'zhang', false, at(12))).toEqual([
      { from: at(9), to: at(9, 20) },
      { from: at(10, 30), to: at(11) },
    ]);
  });

  test('what is under way lasts until now, and only where it still is', () => {
    expect(workedStretches([step('checkIn', 9)], 'zhang', true, at(9, 30))).toEqual([
      { from: at(9), to: at(9, 30) },
    ]);
    expect(workedStretches([step('checkIn', 9)], 'zhang', false, at(9, 30))).toEqual([]);
  });

  test('what went on to somebody else is each one’s own, and ends for whoever it was taken from', () => {
    const steps = [step('checkIn', 9), step('giveBack', 9, 30, 'service')];
    const then = [...steps, step('checkIn', 10, 0, 'li')];
    expect(workedStretches(then, 'zhang', false, at(11))).toEqual([{ from: at(9), to: at(9, 30) }]);
    expect(workedStretches(then, 'li', true, at(11))).toEqual([{ from: at(10), to: at(11) }]);
  });

  test('what is left comes one after the other, the work under way first, what is paused not at all', () => {
    const tickets: HeldTicket[] = [
      { ...held, ticketId: 'later', clockBy: at(18) },
      { ...held, ticketId: 'sooner', clockBy: at(12) },
      { ...held, ticketId: 'now', state: 'working', since: at(9, 45) },
      { ...held, ticketId: 'part', state: 'paused' },
    ];
    expect(plannedStretches({ tickets }, at(10))).toEqual([
      { from: at(10), to: at(10, 25) },
      { from: at(10, 25), to: at(11, 5) },
      { from: at(11, 5), to: at(11, 45) },
    ]);
  });

  test('hours get their own minutes, none is counted twice', () => {
    const hours = hoursOf(
      at(10, 10),
      [{ from: at(8, 50), to: at(10, 10) }],
      [{ from: at(10, 10), to: at(10, 40) }],
    );
    expect(hours.map(({ done }) => done)).toEqual([10, 60, 10, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(hours[2]).toEqual({ done: 10, planned: 30 });
  });

  test.each([
    [9, 8],
    [16, 8],
    [18, 10],
    [20, 12],
    [23, 13],
    [3, 3],
  ])('at %i o’clock the board begins at %i, so that now and what comes is seen', (hourNow, first) => {
    expect(firstHourAt(at(hourNow, 30))).toBe(first);
    const planned = { from: at(hourNow, 30), to: at(hourNow, 50) };
    expect(hoursOf(at(hourNow, 30), [], [planned])[hourNow - first]).toEqual({ done: 0, planned: 20 });
  });
});
