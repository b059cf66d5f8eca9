import { View } from '@tarojs/components';
import { Card } from '@/components';
import { open, pages } from '@/services/routes';
import { grouped } from '@/words/grouped';
import { formatYuan } from '../../../../types/yuan';
import type { DeskPart } from './Collection';
import { ageNames, overdueOf, sharesOf } from './deskWords';

/** What is overdue, by how long: one bar, then the ages, each opening to its bills. */
export function Arrears({ desk, communityId }: DeskPart) {
  const { arrears, month } = desk;
  const overdue = arrears.filter(({ age }) => age !== 'notDue');
  const shares = sharesOf(overdue.map(({ amount }) => amount));
  return (
    <Card id="arrears">
      <View className="between">
        <View className="type-heading strong">欠费账龄</View>
        {arrears.length > 0 && <View className="type-heading tabular">{formatYuan(overdueOf(arrears))}</View>}
      </View>
      {arrears.length === 0 && (
        <View className="type-second desk__none">今晚第一次统计，明天早上可以看。</View>
      )}
      {overdueOf(arrears) > 0 && (
        <View className="desk__ages">
          {overdue.map(({ age }, index) => (
            <View
              key={age}
              className={`desk__part desk__part--${age}`}
              style={{ width: `${(shares[index] ?? 0) / 10}%` }}
            />
          ))}
        </View>
      )}
      {overdue.map(({ age, amount, homes }) => (
        <View
          key={age}
          className="desk__age desk__ruled tabular"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() =>
            open(pages.deskLines, {
              communityId,
              month,
              kind: 'arrears',
              of: age,
              title: `欠费 ${ageNames[age]}`,
            })
          }
        >
          <View className={`desk__key desk__part--${age}`} />
          <View className="desk__words">{ageNames[age]}</View>
          <View className="type-second">{grouped(homes)} 户</View>
          <View className="desk__sum">{formatYuan(amount)}</View>
        </View>
      ))}
    </Card>
  );
}
