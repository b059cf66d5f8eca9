import { type BillState, billStateNames, type Purpose } from '../../../types/charge';
import type { BillLineMath, BillLineView, BillRow, MeterSpan } from '../../../types/contract/charging';
import type { Day } from '../../../types/day';
import { type Fen, type Quantity, type Rate, sumFen } from '../../../types/money';
import { formatPeriod } from '../../../types/period';
import { quantityText, rateText } from '../../../types/yuan';
import type { Tone } from '../../components';
import type { IconName } from '../../theme/iconNames';
import { grouped } from '../../words/grouped';
import { nearDayWords } from '../../words/timeWords';

export const purposeIcons: Readonly<Record<Purpose, IconName>> = {
  propertyFee: 'building',
  parking: 'car',
  electricity: 'bolt',
  water: 'drop',
  other: 'document',
};

/** A price as people read it: at least two decimals, no noughts after them: 3.80, 0.538, 1.915. */
export function priceWords(price: Rate): string {
  return shortDecimals(rateText(price), 2);
}

/** A quantity without noughts at its end: 141.6, 288. */
export function quantityWords(quantity: Quantity): string {
  return shortDecimals(quantityText(quantity), 0);
}

function shortDecimals(text: string, least: number): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(least, '0');
  return kept === '' ? whole : `${whole}.${kept}`;
}

/** How the amount came about: 3.80 元/m² × 141.6 m² × 3 个月 × 70%. Undefined where the line has no price: then its words say it. */
export function lineMath(
  line: Pick<BillLineView, 'price' | 'quantity' | 'unit' | 'duration' | 'permille'>,
): string | undefined {
  const { price, quantity, unit, duration, permille } = line;
  if (!price) return undefined;
  // Spreadsheets are read with plain digits: m3 is written as people know it.
  const named = (unit ?? '').replace(/^m([23])$/, (_m, power) => (power === '2' ? 'm²' : 'm³'));
  const parts = [
    unit ? `${priceWords(price)} 元/${named}` : `${priceWords(price)} 元`,
    ...(quantity ? [`${quantityWords(quantity)}${named ? ` ${named}` : ''}`] : []),
    ...durationPart(duration),
    ...(permille !== undefined && permille !== 1000 ? [`${permille / 10}%`] : []),
  ];
  return parts.join(' × ');
}

function durationPart(duration: BillLineView['duration']): string[] {
  if (!duration) return [];
  if ('months' in duration) return duration.months === 1 ? [] : [`${duration.months} 个月`];
  return [`${duration.days}/${duration.ofDays} 月`];
}

/** A line within its item's card: 第1档 0.538 元/度 × 210 度; the item's own name and the period stand above it already. */
export function lineWords(
  line: BillLineMath,
  { itemName, period }: Pick<BillRow, 'itemName' | 'period'>,
): string {
  const bare = line.text.startsWith(itemName) ? line.text.slice(itemName.length) : line.text;
  const name = bare.replace(formatPeriod(period), '').trim();
  return [name, lineMath(line)].filter((part) => part).join(' ');
}

/** 表数 1,286 → 1,310，10月31日抄表; of a meter that was replaced in between only what the new one shows. */
export function meterWords({ from, to, readOn }: MeterSpan, today: Day): string {
  const span = [...(from ? [from] : []), to].map((value) => grouped(quantityWords(value)));
  return `表数 ${span.join(' → ')}，${nearDayWords(readOn, today)}抄表`;
}

const stateTones: Readonly<Record<BillState, Tone>> = {
  draft: 'plain',
  published: 'plain',
  questioned: 'warn',
  partlyPaid: 'brand',
  paid: 'good',
  void: 'plain',
  reissued: 'plain',
};

/** The chip of a bill; an open one that is not overdue needs none. */
export function billChip(
  bill: Pick<BillRow, 'state' | 'isOverdue'>,
): { readonly text: string; readonly tone: Tone } | undefined {
  if (bill.state === 'published') return bill.isOverdue ? { text: '已逾期', tone: 'bad' } : undefined;
  return { text: billStateNames[bill.state], tone: stateTones[bill.state] };
}

/** 11月30日前缴清; after that day 11月30日已到期，含违约金. */
export function dueOnWords(bill: Pick<BillRow, 'dueOn' | 'isOverdue' | 'lateFee'>, today: Day): string {
  const day = nearDayWords(bill.dueOn, today);
  if (!bill.isOverdue) return `${day}前缴清`;
  return bill.lateFee > 0 ? `${day}已到期，另有违约金` : `${day}已到期`;
}

/** Can a person pay it now. */
export function isPayable({ state }: Pick<BillRow, 'state'>): boolean {
  return state === 'published' || state === 'partlyPaid';
}

/** What is still owed of these, without what a preview may take off. */
export function outstandingOf(bills: readonly BillRow[]): Fen {
  return sumFen(bills.filter(isPayable).map(({ outstanding }) => outstanding));
}
