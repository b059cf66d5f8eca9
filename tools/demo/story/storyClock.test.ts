import { Clock } from '../../../simulator/cloud/core/clock';
import { day, type Instant } from '../../../types/day';
import { StoryClock } from './storyClock';

function storyAt(present: string) {
  const clock = new Clock(Date.parse(present));
  clock.freeze();
  const moved: string[] = [];
  const agenda = {
    jump: (instant: number) => clock.set(instant),
    advance: async (instant: number) => {
      moved.push(`${clock.now() - instant}`);
      clock.set(instant);
      return [];
    },
  };
  const story = new StoryClock({ context: { clock, agenda } }, Date.parse(present) as Instant);
  return { story, moved, now: () => new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 16) };
}

test('it begins on the first of the month at eight, on the first itself hours before the present', () => {
  const { story, now } = storyAt('2026-11-23T15:00:00+08:00');
  story.begin();
  expect(now()).toBe('2026-11-01T08:00');
  const first = storyAt('2026-12-01T01:30:00+08:00');
  first.story.begin();
  expect(first.now()).toBe('2026-12-01T00:00');
});

test('what is told goes back as far as it needs, early in a month beyond its first day', () => {
  const { story, now } = storyAt('2026-12-01T03:39:00+08:00');
  story.begin();
  story.goBack(20);
  expect(now()).toBe('2026-11-11T07:00');
  story.reachFirstOfMonth();
  expect(now()).toBe('2026-12-01T00:00');
  const late = storyAt('2026-11-30T12:00:00+08:00');
  late.story.goBack(20);
  expect(late.now()).toBe('2026-11-01T08:00');
});

test('shifts are planned on Monday, or on the day they begin with', () => {
  const { story } = storyAt('2026-11-24T12:00:00+08:00');
  expect(story.weekBegins(day('2026-11-22'))).toBe(Date.parse('2026-11-22T06:00:00+08:00'));
  expect(story.weekBegins(day('2026-11-24'))).toBe(Date.parse('2026-11-23T06:00:00+08:00'));
});

test('acts come at their times, in order, and never beyond the present', async () => {
  const { story, now } = storyAt('2026-11-23T15:00:00+08:00');
  story.begin();
  const seen: string[] = [];
  const act = (instant: string) => ({
    at: Date.parse(instant),
    act: async () => {
      seen.push(now());
    },
  });
  await story.tell([
    act('2026-11-30T10:00:00+08:00'),
    act('2026-11-05T10:00:00+08:00'),
    act('2026-11-02T10:00:00+08:00'),
  ]);
  expect(seen).toEqual(['2026-11-02T10:00', '2026-11-05T10:00', '2026-11-23T15:00']);
});

test("a day's morning is ten o'clock, today's at the latest an hour ago", () => {
  const { story } = storyAt('2026-11-23T09:30:00+08:00');
  expect(story.morningOf(day('2026-11-22'))).toBe(Date.parse('2026-11-22T10:00:00+08:00'));
  expect(story.morningOf(day('2026-11-23'))).toBe(Date.parse('2026-11-23T08:30:00+08:00'));
  const { story: atNight } = storyAt('2026-11-23T00:30:00+08:00');
  expect(atNight.morningOf(day('2026-11-23'))).toBe(Date.parse('2026-11-23T00:00:00+08:00'));
});

test('at its end a tick does what the skipped days have left to do, and it is the present', async () => {
  const { story, moved, now } = storyAt('2026-11-23T15:00:00+08:00');
  story.begin();
  await story.end(() => Date.parse('2026-11-23T15:02:00+08:00'));
  expect(moved).toEqual(['-60000']);
  expect(now()).toBe('2026-11-23T15:02');
});
