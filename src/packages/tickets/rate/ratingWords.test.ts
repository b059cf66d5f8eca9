import { headOf, promiseFor, starNames, whyNot, wordsFor } from './ratingWords';

test('few stars ask what went wrong, many what went well', () => {
  expect(wordsFor('repair', 5)).toContain('来得准时');
  expect(wordsFor('repair', 3)).toContain('来得太晚');
  expect(wordsFor('complaint', 2)).toContain('没解决');
  // The contract takes six words of twelve letters.
  for (const stars of [1, 5]) {
    expect(wordsFor('repair', stars).length).toBeLessThanOrEqual(6);
    expect(wordsFor('repair', stars).every((word) => word.length <= 12)).toBe(true);
  }
});

test('that it is repaired is said only of what is', () => {
  const repair = { type: 'repair', title: '水管漏水' } as const;
  expect(headOf({ ...repair, state: 'closed' })).toBe('水管漏水，修好了');
  expect(headOf({ ...repair, state: 'cancelled' })).toBe('水管漏水');
  expect(headOf({ ...repair, type: 'enquiry', state: 'rated' })).toBe('水管漏水');
});

test('why there is nothing to rate', () => {
  const rating = { stars: 4, words: [], photos: [], at: 0 as never };
  expect(whyNot({ rating, state: 'rated' })).toBe('您已经评过 4 星，谢谢您。');
  expect(whyNot({ rating: { ...rating, takenBy: '客服' }, state: 'rated' })).toContain(
    '客服已按您电话里说的记下 4 星',
  );
  expect(whyNot({ state: 'cancelled' })).toContain('取消');
  expect(whyNot({ state: 'working' })).toContain('办完');
});

test('two stars or fewer say what follows', () => {
  expect(promiseFor(2, { planWithin: 1440 })).toContain('24 小时内给出整改办法，并在小区公示');
  expect(promiseFor(3, { planWithin: 480 })).toBe('2 星及以下，客服会回访您，8 小时内给出整改办法。');
  expect(promiseFor(3, {})).toContain('回访您，给出整改办法');
  expect(starNames.length).toBe(5);
});
