import type { PrepayOffer } from '../../../../types/contract/payments';
import { type Fen, fen } from '../../../../types/money';
import { formatYuan, parseYuan } from '../../../../types/yuan';

export interface PrepayOption {
  readonly value: 'half' | 'year' | 'other';
  readonly name: string;
  readonly amount?: Fen;
}

/** Half a year, a year, or one's own amount; only what stays under the community's cap. */
export function prepayOptions({ monthly, year, most }: PrepayOffer): readonly PrepayOption[] {
  const half = fen(monthly * 6);
  return [
    ...(half > 0 && half <= most ? [{ value: 'half' as const, name: '半年', amount: half }] : []),
    ...(year > 0 && year <= most ? [{ value: 'year' as const, name: '一年', amount: year }] : []),
    { value: 'other', name: '自己填' },
  ];
}

/** What was typed as an amount, or what is wrong with it. */
export function typedAmount(
  text: string,
  most: Fen,
): { readonly amount: Fen } | { readonly error: string | undefined } {
  if (text.trim() === '') return { error: undefined };
  const amount = parseYuan(text);
  if (amount === undefined || amount <= 0) return { error: '请填金额，最多两位小数，例如 500' };
  if (amount > most) return { error: `最多还能预存 ${formatYuan(most)}` };
  return { amount };
}
