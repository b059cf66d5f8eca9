import type { ImportView } from '../../../types/contract/setup';
import type { Fen } from '../../../types/money';
import { parseYuan } from '../../../types/yuan';

export type OpeningKind = 'arrears' | 'prepaid' | 'vouchers';

export const openingNames: Readonly<Record<OpeningKind, string>> = {
  arrears: '欠费',
  prepaid: '预存',
  vouchers: '抵扣券',
};

/** Which totals of the old books are asked for: vouchers only where the file has some. */
export function openingsOf({ opening }: Pick<ImportView, 'opening'>): readonly OpeningKind[] {
  if (!opening) return [];
  return opening.vouchers === undefined ? ['arrears', 'prepaid'] : ['arrears', 'prepaid', 'vouchers'];
}

/** What was stated; undefined while one is missing or no amount. */
export function statedOf(
  asked: readonly OpeningKind[],
  written: Readonly<Partial<Record<OpeningKind, string>>>,
): { arrears: Fen; prepaid: Fen; vouchers?: Fen } | undefined {
  const stated = asked.map((kind) => [kind, totalOf(written[kind] ?? '')] as const);
  if (asked.length === 0 || stated.some(([, amount]) => amount === undefined)) return undefined;
  return Object.fromEntries(stated) as { arrears: Fen; prepaid: Fen };
}

function totalOf(text: string): Fen | undefined {
  const amount = parseYuan(text.trim());
  return amount !== undefined && amount >= 0 ? amount : undefined;
}
