import fc from 'fast-check';
import { Schedule } from './cron';

const china = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19);
const next = (expression: string, from: string, count: number) => {
  const schedule = new Schedule(expression);
  const found: (string | undefined)[] = [];
  let instant: number | undefined = Date.parse(`${from}+08:00`);
  while (found.length < count && instant !== undefined) {
    instant = schedule.after(instant);
    found.push(china(instant));
  }
  return found;
};

/** Tuesday. */
const tuesday = '2026-11-10T09:00:00';

describe('the examples of the triggers page', () => {
  test.each([
    ['every five seconds', '*/5 * * * * * *', ['2026-11-10T09:00:05', '2026-11-10T09:00:10']],
    ['02:00 on the first of every month', '0 0 2 1 * * *', ['2026-12-01T02:00:00', '2027-01-01T02:00:00']],
    [
      '10:15 from Monday to Friday',
      '0 15 10 * * MON-FRI *',
      [
        '2026-11-10T10:15:00',
        '2026-11-11T10:15:00',
        '2026-11-12T10:15:00',
        '2026-11-13T10:15:00',
        '2026-11-16T10:15:00',
      ],
    ],
    ['10:30 from Monday to Friday', '0 30 10 * * MON-FRI *', ['2026-11-10T10:30:00', '2026-11-11T10:30:00']],
    [
      '10:00, 14:00 and 16:00',
      '0 0 10,14,16 * * * *',
      ['2026-11-10T10:00:00', '2026-11-10T14:00:00', '2026-11-10T16:00:00', '2026-11-11T10:00:00'],
    ],
    ['every half hour from 9 to 17', '0 */30 9-17 * * * *', ['2026-11-10T09:30:00', '2026-11-10T10:00:00']],
    ['Wednesdays at noon', '0 0 12 * * WED *', ['2026-11-11T12:00:00', '2026-11-18T12:00:00']],
    [
      'every ten minutes from the first',
      '0 1/10 * * * * *',
      ['2026-11-10T09:01:00', '2026-11-10T09:11:00', '2026-11-10T09:21:00'],
    ],
  ])('%s: %s', (_what, expression, expected) => {
    expect(next(expression, tuesday, expected.length)).toEqual(expected);
  });
});

describe('calendars', () => {
  test.each([
    [
      'the 31st is left out of short months',
      '0 0 0 31 * * *',
      tuesday,
      ['2026-12-31T00:00:00', '2027-01-31T00:00:00', '2027-03-31T00:00:00'],
    ],
    [
      'the 29th of February waits for a leap year',
      '0 0 0 29 2 * *',
      tuesday,
      ['2028-02-29T00:00:00', '2032-02-29T00:00:00'],
    ],
    ['a day that never comes', '0 0 0 30 2 * *', tuesday, [undefined]],
    [
      'the year’s end',
      '59 59 23 31 12 * *',
      '2026-12-31T23:59:58',
      ['2026-12-31T23:59:59', '2027-12-31T23:59:59'],
    ],
    ['one year only', '0 0 0 1 1 * 2027', tuesday, ['2027-01-01T00:00:00', undefined]],
    ['a year gone by', '0 0 0 1 1 * 2020', tuesday, [undefined]],
    ['0 is Sunday', '0 0 8 * * 0 *', tuesday, ['2026-11-15T08:00:00', '2026-11-22T08:00:00']],
    ['6 is Saturday', '0 0 8 * * 6 *', tuesday, ['2026-11-14T08:00:00']],
    [
      'months by name, in any case',
      '0 0 8 1 jan,JUL * *',
      tuesday,
      ['2027-01-01T08:00:00', '2027-07-01T08:00:00'],
    ],
    [
      'steps in a range',
      '1-10/3 0 9 * * * *',
      tuesday,
      [
        '2026-11-10T09:00:01',
        '2026-11-10T09:00:04',
        '2026-11-10T09:00:07',
        '2026-11-10T09:00:10',
        '2026-11-11T09:00:01',
      ],
    ],
    ['midnight in China is 16:00 UTC', '0 0 0 * * * *', '2026-11-10T23:59:59', ['2026-11-11T00:00:00']],
    ['no summer time, not even in 1988', '0 0 3 * * * *', '1988-06-01T02:00:00', ['1988-06-01T03:00:00']],
  ])('%s: %s', (_what, expression, from, expected) => {
    expect(next(expression, from, expected.length)).toEqual(expected);
  });

  test('day and weekday together: either is enough', () => {
    expect(next('0 0 8 15 * MON *', tuesday, 4)).toEqual([
      '2026-11-15T08:00:00',
      '2026-11-16T08:00:00',
      '2026-11-23T08:00:00',
      '2026-11-30T08:00:00',
    ]);
  });
});

test('the instant asked from never counts, however near', () => {
  const schedule = new Schedule('0 0 9 * * * *');
  const at = Date.parse('2026-11-10T09:00:00+08:00');
  expect(schedule.after(at)).toBe(at + 86_400_000);
  expect(schedule.after(at + 500)).toBe(at + 86_400_000);
  expect(schedule.after(at - 1)).toBe(at);
});

test.each([
  ['0 2 1 * * *', /7 fields are required, found 6/],
  ['0 0 0 2 1 * * *', /found 8/],
  ['', /found 1/],
  ['60 0 2 1 * * *', /second: 60 is not in 0-59/],
  ['0 60 2 1 * * *', /minute: 60/],
  ['0 0 24 1 * * *', /hour: 24/],
  ['0 0 2 0 * * *', /day: 0 is not in 1-31/],
  ['0 0 2 32 * * *', /day: 32/],
  ['0 0 2 1 13 * *', /month: 13/],
  ['0 0 2 1 * 7 *', /weekday: 7 is not in 0-6/],
  ['0 0 2 1 * * 1969', /year: 1969/],
  ['0 0 2 1 * * 2100', /year: 2100/],
  ['0 0 2 1 * FRI-MON *', /weekday: FRI-MON runs backwards/],
  ['0 0 2 MON * * *', /day: MON/],
  ['*/0 * * * * * *', /second: step 0/],
  ['0 0 2 L * * *', /day: L/],
  ['0 0 2 ? * MON *', /day: \?/],
  ['0 0 2 15W * * *', /day: 15W/],
  ['0 0 2 * * 5#2 *', /weekday: 5#2/],
  ['0 0 2 1,,3 * * *', /day: nothing/],
  ['-1 0 2 1 * * *', /second: -1/],
  ['@daily', /found 1/],
])('%s is refused: %s', (expression, reason) => {
  expect(() => new Schedule(expression)).toThrow(reason);
});

test('every run matches its fields, and none between two runs was missed', () => {
  const second = fc.integer({ min: 0, max: 59 });
  const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 3 });
  const from = fc
    .integer({ min: 0, max: 365 * 24 * 60 })
    .map((minutes) => Date.parse('2027-06-01T00:00:00Z') + minutes * 60_000);
  fc.assert(
    fc.property(second, second, hours, from, (s, m, h, instant) => {
      const found = new Schedule(`${s} ${m} ${h.join(',')} * * * *`).after(instant) ?? Number.NaN;
      const expected = [0, 1].flatMap((day) =>
        h.map((hour) => {
          const midnight = Math.floor((instant + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000;
          return midnight + day * 86_400_000 + hour * 3_600_000 + m * 60_000 + s * 1000;
        }),
      );
      expect(found).toBe(Math.min(...expected.filter((candidate) => candidate > instant)));
    }),
    { seed: 20261110, numRuns: 200 },
  );
});
