import type { PriceVersion } from '../../../../types/contract/charging';
import { formatDay } from '../../../../types/day';
import { priceWords, quantityWords } from '../billWords';

/** From when till when a price holds. */
export function versionWords({ from, to }: Pick<PriceVersion, 'from' | 'to'>): string {
  return to ? `${formatDay(from)}–${formatDay(to)}` : `${formatDay(from)}起`;
}

/** One line a tier or extra: 第一档，2,760 度以内 … 0.538 元/度. */
export function priceRows({ rows }: Pick<PriceVersion, 'rows'>): readonly { name: string; value: string }[] {
  return rows.map(({ text, price, unit, upTo }) => ({
    name: upTo ? `${text}，${thousands(quantityWords(upTo))} ${bare(unit)}以内` : text,
    value: `${priceWords(price)} 元/${unit}`,
  }));
}

/** 度 of 度, m² of m²·月: what a tier counts. */
function bare(unit: string): string {
  return unit.split(/[·/]/)[0] ?? unit;
}

function thousands(text: string): string {
  return text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
