import { granted, refused } from '../../types/refusal';
import { afterAnew, afterMore, missingIn, type ShownPages } from './shownPages';

const first = granted({ rows: [1, 2], next: 'b', total: 3 });
const whole: ShownPages<number> = { rows: [1, 2, 3], next: undefined, total: 3, at: 100 };

test('pages follow one another; the total is the first one’s, and so is the age', () => {
  const shown = afterMore<number>({}, first, 100);
  expect(shown).toEqual({ rows: [1, 2], next: 'b', total: 3, at: 100 });
  expect(afterMore(shown, granted({ rows: [3] }), 200)).toEqual(whole);
});

test('a page that did not come takes nothing away, and one that comes takes the refusal away', () => {
  const stuck = afterMore(afterMore<number>({}, first, 100), refused('UNREACHABLE'), 200);
  expect(stuck).toMatchObject({ rows: [1, 2], refusal: { code: 'UNREACHABLE' } });
  expect(missingIn(stuck)).toBe('network');
  expect(afterMore(stuck, granted({ rows: [3] }), 300)).toEqual(whole);
});

test.each([
  ['UNREACHABLE', 'network'],
  ['SERVICE_FAILED', 'service'],
  ['INTERNAL', 'service'],
] as const)('asked for anew in vain (%s) it stays, as old', (code, missing) => {
  const old = afterAnew(whole, refused(code), 200);
  expect(old).toEqual({ ...whole, missing });
  expect(missingIn(old)).toBe(missing);
  // It stays old while more of it comes, and is new when all of it came.
  expect(missingIn(afterMore(old, granted({ rows: [4] }), 300))).toBe(missing);
  expect(missingIn(afterAnew(old, first, 300))).toBeUndefined();
  expect(missingIn(afterMore<number>({}, refused(code), 200))).toBe(missing);
});

test('a crowd changes nothing; what one may no longer see is gone, and nothing is missing', () => {
  expect(afterAnew(whole, refused('BUSY'), 200)).toBe(whole);
  const gone = afterAnew(whole, refused('NOT_ALLOWED'), 200);
  expect(gone).toEqual({ refusal: expect.objectContaining({ code: 'NOT_ALLOWED' }) });
  expect(missingIn(gone)).toBeUndefined();
});
