import { View } from '@tarojs/components';
import { Card } from '@/components';
import type { TicketMonth } from '../../../../types/contract/ticketDesks';
import type { Figure } from '../../../../types/ticketFigures';
import type { Wanted } from '../list/listWords';
import { shareWords } from './monthWords';

/** Opens a figure's tickets, perhaps of one member of staff or of another month than the one shown. */
export type Look = (which: Figure, of?: Pick<Wanted, 'staffId' | 'name' | 'month'>) => void;

export interface MonthProps {
  readonly figures: TicketMonth;
  readonly look: Look;
}

interface Sum {
  readonly which: Figure;
  readonly name: string;
  readonly value: string;
  readonly line: string;
}

/** The month's sums; each counts tickets, and opens to these. */
export function Sums({ figures, look }: MonthProps) {
  const { summed, tickets, closed, firstTimeFix, fixedFirst, returned, repeatVisits, satisfaction } = figures;
  const { rated, meanStars, poor } = satisfaction;
  const repaired = fixedFirst + returned;
  const sums: readonly Sum[] = [
    { which: 'reported', name: '报来', value: `${tickets} 单`, line: '这个月报来的' },
    { which: 'done', name: '已办完', value: `${closed} 单`, line: '验收或答复完成' },
    {
      ...{ which: 'fixedFirst', name: '一次修好', value: `${fixedFirst} 单` },
      line: repaired === 0 ? '还没有修完的' : `占 ${shareWords(firstTimeFix)}`,
    },
    {
      ...{ which: 'returned', name: '返修', value: `${returned} 单` },
      line: returned === 0 ? '没有返修' : `又上门 ${repeatVisits} 次`,
    },
    {
      ...{ which: 'rated', name: '评价', value: `${rated} 单` },
      line: rated === 0 ? '还没有人评价' : `平均 ${meanStars} 星`,
    },
    { which: 'poor', name: '差评', value: `${poor} 单`, line: '两星及以下' },
  ];
  return (
    <Card>
      {summed !== undefined && (
        <View className="type-second">{`这个月的工单很多，下面的数字只算了最早报来的 ${summed} 单，点开的列表是全的。`}</View>
      )}
      <View className="month__figures">
        {sums.map(({ which, name, value, line }) => (
          <View
            key={which}
            id={`sum-${which}`}
            className="month__figure"
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel={`${name} ${value}，${line}`}
            onClick={() => look(which)}
          >
            <View className="type-second">{name}</View>
            <View className="type-title tabular">{value}</View>
            <View className="type-second">{line}</View>
          </View>
        ))}
      </View>
      <View className="type-second month__meaning">
        没有退回师傅、没有因“没修好”给差评、也不是 30 天内同一套房又报的同一类问题，算一次修好；其余算返修。
      </View>
    </Card>
  );
}
