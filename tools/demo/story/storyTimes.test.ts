import { day, type Instant, startOfDay } from '../../../types/day';
import { instantOf, isDaytime } from './storyTimes';
import { storiesAt } from './ticketStories';

const minute = 60_000;
const quarters = Array.from({ length: 96 }, (_, index) => index * 15);
const presentAt = (minutes: number) => (startOfDay(day('2026-12-01')) + minutes * minute) as Instant;
const hourOf = (instant: number) => new Date(instant + 8 * 3_600_000).getUTCHours();

test.each(quarters)('told %d minutes after midnight, nobody mends at night what can wait', (minutes) => {
  const present = presentAt(minutes);
  for (const { when, report, ending } of storiesAt(present)) {
    const at = instantOf(when, present);
    expect(at).toBeLessThan(present);
    const isWorkedOn = !['answering', 'offered', 'accepted'].includes(ending.to);
    if (report.urgency === 'emergency' || !isWorkedOn) continue;
    expect(hourOf(at)).toBeGreaterThanOrEqual(8);
    expect(hourOf(at)).toBeLessThan(20);
  }
});

test.each(quarters)(
  'told %d minutes after midnight, somebody is at work and nothing waits over its day',
  (minutes) => {
    const present = presentAt(minutes);
    const told = storiesAt(present);
    expect(told.filter(({ ending }) => ending.to === 'working')).toHaveLength(1);
    for (const { when, ending } of told.filter(({ ending }) => ending.to === 'answering'))
      expect({ ending, hours: (present - instantOf(when, present)) / (60 * minute) > 20 }).toEqual({
        ...{ ending, hours: false },
      });
  },
);

test('the last time it was so late lies ten minutes back or more', () => {
  const last = (minutes: number) => hourOf(instantOf({ last: '20:50' }, presentAt(minutes)));
  expect(last(21 * 60)).toBe(20);
  expect(instantOf({ last: '20:50' }, presentAt(21 * 60))).toBe(presentAt(20 * 60 + 50));
  expect(instantOf({ last: '20:50' }, presentAt(20 * 60 + 59))).toBe(presentAt(20 * 60 + 50 - 1440));
});

test('by day nothing of today was told before eight', () => {
  expect(instantOf({ minutesAgo: 100 }, presentAt(9 * 60 + 30))).toBe(presentAt(8 * 60));
  expect(instantOf({ minutesAgo: 100 }, presentAt(12 * 60))).toBe(presentAt(10 * 60 + 20));
  expect([isDaytime(presentAt(569)), isDaytime(presentAt(570)), isDaytime(presentAt(1260))]).toEqual([
    ...[false, true, false],
  ]);
});
