import type { FinanceDesk } from '../../../../types/contract/desk';
import type { PayChannelName } from '../../../../types/contract/payments';
import { addMonths, type Month } from '../../../../types/day';
import { type Fen, noFen, subtractFen, sumFen } from '../../../../types/money';

export type ArrearsAge = FinanceDesk['arrears'][number]['age'];

export const ageNames: Readonly<Record<ArrearsAge, string>> = {
  notDue: '未到期',
  to30: '1–30 天',
  to90: '31–90 天',
  to365: '91–365 天',
  beyond: '365 天以上',
};

export const channelNames: Readonly<Record<PayChannelName, string>> = {
  wechat: '微信',
  cash: '现金',
  card: '刷卡',
  transfer: '转账',
  prepaid: '预存',
};

/** 84.2% of 842 thousandths. */
export function percentText(permille: number): string {
  return `${Math.floor(permille / 10)}.${permille % 10}%`;
}

/** 比上月同日高 1.6 个点; level where both are the same. */
export function againstWords(points: number): {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'plain';
} {
  if (points === 0) return { text: '和上月同日持平', tone: 'plain' };
  const [word, tone] = points > 0 ? (['高', 'good'] as const) : (['低', 'bad'] as const);
  const amount = Math.abs(points);
  return { text: `比上月同日${word} ${Math.floor(amount / 10)}.${amount % 10} 个点`, tone };
}

export function openOf({ billed, paid }: { readonly billed: Fen; readonly paid: Fen }): Fen {
  return subtractFen(billed, paid);
}

/** What is overdue, the ages that are not due left out. */
export function overdueOf(arrears: FinanceDesk['arrears']): Fen {
  return sumFen([noFen, ...arrears.filter(({ age }) => age !== 'notDue').map(({ amount }) => amount)]);
}

/** Of the bar's length, in thousandths that add up to 1000; what is there shows at least a sliver. */
export function sharesOf(amounts: readonly Fen[]): readonly number[] {
  const all = amounts.reduce((sum: number, amount) => sum + amount, 0);
  if (all === 0) return amounts.map(() => 0);
  const shares = amounts.map((amount) => (amount > 0 ? Math.max(8, Math.floor((amount * 1000) / all)) : 0));
  const largest = shares.indexOf(Math.max(...shares));
  const rest = 1000 - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => (index === largest ? share + rest : share));
}

/** The months one can look at: this one and eleven before. */
export function firstMonthShown(now: Month): Month {
  return addMonths(now, -11);
}
