import { type Fen, noFen } from '../../../../types/money';
import { parseYuan } from '../../../../types/yuan';

/** What was typed as yuan: at most two decimals, more than nothing; undefined where it is no such amount. */
export function typedAmount(text: string): Fen | undefined {
  const amount = parseYuan(text.trim());
  return amount !== undefined && amount > 0 ? amount : undefined;
}

/**
 * How much money is taken: what was typed; nothing at all where nothing was, and vouchers and prepayment pay all that is owed. Undefined
 * where it is to be typed still.
 */
export function amountToTake(
  text: string,
  { owed, toTake }: { readonly owed: Fen; readonly toTake: Fen },
): Fen | undefined {
  return text.trim() === '' && owed > 0 && toTake === 0 ? noFen : typedAmount(text);
}

/** What is wrong with what was typed; nothing while nothing is. */
export function amountProblem(text: string): string | undefined {
  if (text.trim() === '' || typedAmount(text) !== undefined) return undefined;
  return '请填写金额，最多两位小数，例如 128.50';
}
