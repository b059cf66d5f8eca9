import type { ServiceTerms } from '../../../../types/contract/ticketDesks';
import { keyOf, minutesOf, termFields, withWritten, writtenMinutes } from './termFields';

const terms: ServiceTerms = {
  emergency: { respond: 5, arrive: 30, close: 200, revisit: 60 },
  general: { respond: 30, close: 1440 },
  enquiry: { answer: 240 },
  complaint: { minor: 1440, major: 720, critical: 120 },
  acceptance: 4320,
  poorRating: { revisit: 120, supervisor: 1440, manager: 2880, plan: 1440 },
  offer: { emergency: 2, general: 10 },
  toManager: { emergency: 15, general: 120 },
};

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
