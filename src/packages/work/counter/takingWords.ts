import type { CounterPreview } from '../../../../types/contract/counter';
import { addFen, type Fen } from '../../../../types/money';
import { formatPeriod } from '../../../../types/period';
import { formatYuan } from '../../../../types/yuan';

/** What a taking does, line by line: the bills it pays, what is taken off by itself, what is left over, what is owed afterwards. */
export function takingFacts(preview: CounterPreview): { readonly name: string; readonly value: string }[] {
  const { bills, vouchers, prepaid, toPrepaid, stillOwed } = preview;
  const rest = [
    { name: '抵扣券', amount: vouchers, sign: '−' },
    { name: '预存抵扣', amount: prepaid, sign: '−' },
    { name: '多出的记入预存', amount: toPrepaid, sign: '' },
    { name: '收后还欠', amount: stillOwed, sign: '' },
  ];
  return [
    ...bills.map(({ itemName, period, principal, lateFee }) => ({
      name: `${itemName} ${formatPeriod(period)}`,
      value: formatYuan(addFen(principal, lateFee)),
    })),
    ...rest
      .filter(({ amount }) => amount > 0)
      .map(({ name, amount, sign }) => ({ name, value: `${sign}${formatYuan(amount)}` })),
  ];
}

/** What the button says: how much is taken, or that nothing is. */
export function takingLabel(amount: Fen | undefined): string {
  if (amount === undefined) return '收款';
  return amount === 0 ? '用预存和抵扣券缴清' : `收 ${formatYuan(amount)}`;
}
