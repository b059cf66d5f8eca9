import type { Fen } from '../../../../types/money';
import { parseYuan } from '../../../../types/yuan';

/** What was typed as yuan: at most two decimals, more than nothing; undefined where it is no such amount. */
export function typedAmount(text: string): Fen | undefined {
  const amount = parseYuan(text.trim());
  return amount !== undefined && amount > 0 ? amount : undefined;
}

/** What is wrong with what was typed; nothing while nothing is. */
export function amountProblem(text: string): string | undefined {
  if (text.trim() === '' || typedAmount(text) !== undefined) return undefined;
  return '请填写金额，最多两位小数，例如 128.50';
}
