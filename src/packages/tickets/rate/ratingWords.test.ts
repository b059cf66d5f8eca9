import { promiseFor, starNames, wordsFor } from './ratingWords';

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

test('two stars or fewer say what follows', () => {
  expect(promiseFor(2)).toContain('公示');
  expect(promiseFor(3)).not.toContain('公示');
  expect(starNames.length).toBe(5);
});
