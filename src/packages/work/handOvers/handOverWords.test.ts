import { fen } from '../../../../types/money';
import { differenceWords } from './handOverWords';

test.each([
  [0, '和账上一致'],
  [-10, '比账上少 ¥0.10'],
  [123_456, '比账上多 ¥1,234.56'],
])('%i: %s', (difference, words) => {
  expect(differenceWords(fen(difference))).toBe(words);
});
