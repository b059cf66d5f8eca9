import fc from 'fast-check';
import { dateValues, multiSelectorValues, selectorValues, timeValues } from './pickerValues';

const settings = { seed: 20261, numRuns: 200 };

test('a selector gives its place as text', () => {
  const values = selectorValues([{ name: '甲' }, { name: '乙' }], 'name');
  expect(values.columns([])).toEqual([['甲', '乙']]);
  expect(values.value(values.places(1))).toBe('1');
});

test('several columns give their places', () => {
  const values = multiSelectorValues([['a', 'b'], ['c']], '');
  expect(values.columns([])).toEqual([['a', 'b'], ['c']]);
  expect(values.value(values.places([1, 0]))).toEqual([1, 0]);
});

test('times stay within start and end', () => {
  const values = timeValues('08:30', '10:15');
  expect(values.columns([0])).toEqual([['08', '09', '10'], expect.arrayContaining(['30', '59'])]);
  expect(values.columns([0])[1]).not.toContain('29');
  expect(values.columns([2])[1]?.at(-1)).toBe('15');
});

test('February has 29 days in leap years only', () => {
  const values = dateValues('', '', 'day', '2026-11-01');
  expect(values.columns(values.places('2028-02-01'))[2]).toHaveLength(29);
  expect(values.columns(values.places('2027-02-01'))[2]).toHaveLength(28);
});

test('fields cut a date', () => {
  const values = dateValues('', '', 'month', '2026-11-01');
  expect(values.value(values.places('2026-05-20'))).toBe('2026-05');
});

test('every date comes back as it went in', () => {
  const values = dateValues('2000-01-01', '2050-12-31', 'day', '2026-11-01');
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const text = date.toISOString().slice(0, 10);
      expect(values.value(values.places(text))).toBe(text);
    }),
    settings,
  );
});
