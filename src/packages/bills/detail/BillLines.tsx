import { View } from '@tarojs/components';
import { Card } from '@/components';
import type { BillLineView } from '../../../../types/contract/charging';
import type { Fen } from '../../../../types/money';
import type { DayRange } from '../../../../types/period';
import { formatYuan } from '../../../../types/yuan';
import { lineMath } from '../billWords';

/** How the amount came about: each line with its price, quantity, days and basis; they sum to the bill. */
export function BillLines({
  lines,
  total,
}: {
  readonly lines: readonly BillLineView[];
  readonly total: Fen;
}) {
  return (
    <Card>
      <View className="between">
        <View className="type-heading">怎么算的</View>
        <View className="type-heading tabular between__end">{formatYuan(total)}</View>
      </View>
      <View className="rule" />
      {lines.map((line) => (
        <BillLine key={line.no} line={line} />
      ))}
    </Card>
  );
}

function BillLine({ line }: { readonly line: BillLineView }) {
  const math = lineMath(line);
  const isLess = line.amount < 0;
  return (
    <View className="bill__line">
      <View className="between">
        <View>{line.text}</View>
        <View className={`tabular between__end${isLess ? ' tone-good' : ''}`}>
          {formatYuan(line.amount).replace('-', '−')}
        </View>
      </View>
      {math && <View className="type-second tabular">{math}</View>}
      <View className="type-caption">
        {rangeWords(line.range)}
        {line.basis ? `，${line.basis}` : ''}
      </View>
    </View>
  );
}

function rangeWords({ from, to }: DayRange): string {
  return `${dotted(from)}–${dotted(to)}`;
}

function dotted(day: DayRange['from']): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}.${month}.${date}`;
}
