import fc from 'fast-check';
import {
  addDays,
  addMonths,
  day,
  dayOf,
  daysBetween,
  daysIncluded,
  daysOf,
  formatDay,
  type Instant,
  lastDayOf,
  minuteOfDay,
  month,
  monthAt,
  monthsBetween,
  parseDay,
  parseMonth,
  startOfDay,
} from './day';

const seeded = { seed: 20260102, numRuns: 300 };
const at = (text: string) => Date.parse(text) as Instant;
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1970-01-01'), days));

describe('the calendar of China', () => {
  test.each([
    ['2026-01-31T15:59:59.999Z', '2026-01-31', '2026-01'],
    ['2026-01-31T16:00:00.000Z', '2026-02-01', '2026-02'],
    ['2025-12-31T15:59:59.999Z', '2025-12-31', '2025-12'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01', '2026-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29', '2024-02'],
  ])('W21: at %s it is %s in China, not the day of Greenwich', (instant, isDay, isMonth) => {
    expect(dayOf(at(instant))).toBe(isDay);
    expect(monthAt(at(instant))).toBe(isMonth);
  });

  test('W21: between midnight and eight in China it is already today', () => {
    expect(dayOf(at('2026-08-01T00:30:00+08:00'))).toBe('2026-08-01');
    expect(minuteOfDay(at('2026-08-01T00:30:00+08:00'))).toBe(30);
    expect(minuteOfDay(at('2026-08-01T23:59:59+08:00'))).toBe(1439);
  });

  test('a day begins where the day before ends', () => {
    fc.assert(
      fc.property(anyDay, (some) => {
        const midnight = startOfDay(some);
        expect(dayOf(midnight)).toBe(some);
        expect(dayOf((midnight - 1) as Instant)).toBe(addDays(some, -1));
      }),
      seeded,
    );
  });

  test("does not ask the machine's time zone", () => {
    const was = process.env.TZ;
    process.env.TZ = 'America/New_York';
    expect(dayOf(at('2026-03-08T16:00:00Z'))).toBe('2026-03-09');
    process.env.TZ = was;
  });
});

describe('days and months', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-04-31', '', '2026-01-01T00:00'])(
    'no day: %j',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
      expect(() => day(text)).toThrow('no day');
    },
  );

  test.each(['2026-00', '2026-13', '2026', '2026-1'])('no month: %j', (text) => {
    expect(parseMonth(text)).toBeUndefined();
    expect(() => month(text)).toThrow('no month');
  });

  test('lengths', () => {
    expect([daysOf(month('2024-02')), daysOf(month('2026-02')), daysOf(month('2026-12'))]).toEqual([
      29, 28, 31,
    ]);
    expect(lastDayOf(month('2026-12'))).toBe('2026-12-31');
    expect(daysIncluded(day('2026-01-31'), day('2026-02-01'))).toBe(2);
    expect(daysIncluded(day('2026-02-01'), day('2026-01-31'))).toBe(0);
    expect(formatDay(day('2026-01-05'))).toBe('2026年1月5日');
  });

  test('months are counted over the year', () => {
    expect(addMonths(month('2025-12'), 1)).toBe('2026-01');
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
    expect(addMonths(month('2026-05'), -17)).toBe('2024-12');
    expect(monthsBetween(month('2025-11'), month('2026-02'))).toBe(3);
  });

  test('going and coming back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        fc.pre(daysBetween(day('1970-01-01'), from) + count >= 0);
        expect(daysBetween(from, addDays(from, count))).toBe(count);
        expect(parseDay(from)).toBe(from);
        const some = month('2026-07');
        expect(monthsBetween(some, addMonths(some, count))).toBe(count);
      }),
      seeded,
    );
  });
});
