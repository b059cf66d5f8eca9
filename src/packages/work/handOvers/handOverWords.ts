import { type Fen, fen } from '../../../../types/money';
import { formatYuan } from '../../../../types/yuan';

/** Counted less what the books say, in words. */
export function differenceWords(difference: Fen): string {
  if (difference === 0) return '和账上一致';
  const size = formatYuan(fen(Math.abs(difference)));
  return difference < 0 ? `比账上少 ${size}` : `比账上多 ${size}`;
}
