import { walkAmong } from './walk';

const minutes = (walk: number) => Math.round(walk);

describe('where nobody has said how the buildings stand', () => {
  test.each([
    ['3栋', '3栋', 2],
    ['3栋', '4栋', 3],
    ['1栋', '12栋', 11],
    ['1栋', '99栋', 15],
    ['东门', '4栋', 6],
    [undefined, '4栋', 6],
    ['东门', '东门', 2],
  ])('from %s to %s in about %d minutes', (from, to, about) => {
    expect(minutes(walkAmong()(from, to))).toBe(about);
  });
});

describe('where the buildings stand in rows', () => {
  const walk = walkAmong([
    ['1栋', '2栋', '3栋', '东门'],
    ['4栋', '5栋', '6栋'],
  ]);

  test.each([
    ['1栋', '1栋', 2],
    // Behind one another, though three numbers apart.
    ['1栋', '4栋', 3],
    ['3栋', '4栋', 5],
    ['东门', '6栋', 4],
    // 9栋 stands in no row: by the numbers.
    ['1栋', '9栋', 9],
    ['东门', '9栋', 6],
    [undefined, '4栋', 6],
  ])('from %s to %s in about %d minutes', (from, to, about) => {
    expect(minutes(walk(from, to))).toBe(about);
  });

  test('a way is known where both stand in the rows, else it is a guess', () => {
    expect([walk.isGuess('1栋', '1栋'), walk.isGuess('东门', '6栋')]).toEqual([false, false]);
    expect([walk.isGuess('1栋', '9栋'), walk.isGuess('9栋', '1栋'), walk.isGuess(undefined, '4栋')]).toEqual([
      ...[true, true, true],
    ]);
    expect(walkAmong().isGuess('3栋', '3栋')).toBe(true);
  });
});
