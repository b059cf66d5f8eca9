import type { ServiceTerms } from '../../../types/contract/ticketDesks';
import { areSound, usualTerms } from './terms';

/** Requirement rows B3, B5, B7, in minutes, written a second time by hand. */
test('the usual terms are those of the requirements', () => {
  expect(usualTerms.emergency).toEqual({ respond: 15, arrive: 30, close: 240, revisit: 60 });
  expect(usualTerms.general).toEqual({ respond: 120, close: 1440 });
  expect(usualTerms.enquiry).toEqual({ answer: 1440 });
  expect(usualTerms.acceptance).toBe(72 * 60);
  expect(usualTerms.poorRating.plan).toBe(1440);
  expect(areSound(usualTerms)).toBe(true);
});

test.each<[string, Partial<ServiceTerms>]>([
  ['arrival before response', { emergency: { respond: 31, arrive: 30, close: 240, revisit: 60 } }],
  ['an emergency done later than the rest', { general: { respond: 120, close: 239 } }],
  ['done before response', { general: { respond: 120, close: 60 } }],
  ['an emergency slower than the rest', { general: { respond: 14, close: 60 } }],
  ['an offer that outlasts its clock', { offer: { emergency: 16, general: 20 } }],
  ['a critical complaint answered last', { complaint: { minor: 60, major: 60, critical: 61 } }],
  ['a third level before the second', { poorRating: { revisit: 1, supervisor: 3, manager: 2, plan: 60 } }],
  ['an emergency that reaches the manager later', { toManager: { emergency: 121, general: 120 } }],
  ['silence that counts after a day', { acceptance: 1440 }],
  ['a building that stands twice', { buildingRows: [['1栋', '2栋'], ['1栋']] }],
])('refuses %s', (_, more) => {
  expect(areSound({ ...usualTerms, ...more })).toBe(false);
});
