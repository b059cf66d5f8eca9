import { keyOf, minutesOf, termFields, withWritten, writtenMinutes } from './termFields';
import { terms } from './testing/sampleTerms';

test('every figure of the terms has its field', () => {
  const figures = Object.values(terms).flatMap((one) =>
    typeof one === 'number' ? [one] : Object.values(one),
  );
  expect(termFields.map((field) => minutesOf(terms, field)).sort()).toEqual(figures.sort());
  expect(new Set(termFields.map(keyOf)).size).toBe(termFields.length);
});

test('what is written stands in the terms, the rest as it was', () => {
  expect(withWritten(terms, { 'emergency.arrive': '20', acceptance: '60' })).toEqual({
    ...terms,
    emergency: { respond: 5, arrive: 20, close: 200, revisit: 60 },
    acceptance: 60,
  });
  expect(withWritten(terms, { 'offer.general': '' })).toBeUndefined();
});

test.each([
  ['0', undefined],
  ['43200', 43_200],
  ['43201', undefined],
  ['1.5', undefined],
])('%s is %s minutes', (text, minutes) => {
  expect(writtenMinutes(text)).toBe(minutes);
});
