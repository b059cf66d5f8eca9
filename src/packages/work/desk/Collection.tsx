import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card, Icon } from '@/components';
import { open, pages } from '@/services/routes';
import type { FinanceDesk } from '../../../../types/contract/desk';
import { formatYuan } from '../../../../types/yuan';
import { againstWords, openOf, percentText } from './deskWords';

export interface DeskPart {
  readonly desk: FinanceDesk;
  readonly communityId: string;
}

/** Of what was billed for the month, what is paid: in all, and building by building on one scale. */
export function Collection({ desk, communityId, choice }: DeskPart & { readonly choice: ReactNode }) {
  const { collection, month } = desk;
  const { againstLastMonth, lowBelow, toCall } = collection;
  const against = againstLastMonth === undefined ? undefined : againstWords(againstLastMonth);
  const look = (building: string) =>
    open(pages.deskLines, { communityId, month, kind: 'building', of: building, title: `${building}账单` });
  return (
    <Card id="collection">
      <View className="between">
        <View className="type-second">本月账单收缴率</View>
        {choice}
      </View>
      <View className="desk__percent tabular">
        {collection.billed === 0 ? '—' : percentText(collection.permille)}
      </View>
      {against && <View className={`type-second tabular tone-${against.tone}`}>{against.text}</View>}
      <View className="type-second tabular">
        已收 {formatYuan(collection.paid)}，应收 {formatYuan(collection.billed)}
      </View>
      {collection.buildings.length === 0 ? (
        <View className="type-second desk__none">这个月还没有发布账单。</View>
      ) : (
        <View className="desk__table">
          <View className="desk__line desk__line--head type-caption">
            <View className="desk__building">楼栋</View>
            <View className="desk__bar" />
            <View className="desk__share">收缴率</View>
            <View className="desk__open">未收</View>
          </View>
          {collection.buildings.map((row) => (
            <View
              key={row.building}
              className={`desk__line tabular${row.permille < lowBelow ? ' desk__line--low' : ''}`}
              hoverClass="pressed"
              ariaRole="button"
              ariaLabel={`${row.building}，收缴率 ${percentText(row.permille)}，未收 ${formatYuan(openOf(row))}`}
              onClick={() => look(row.building)}
            >
              <View className="desk__building">{row.building}</View>
              <View className="desk__bar">
                <View className="desk__fill" style={{ width: `${row.permille / 10}%` }} />
              </View>
              <View className="desk__share strong">{percentText(row.permille)}</View>
              <View className="desk__open">{formatYuan(openOf(row))}</View>
            </View>
          ))}
        </View>
      )}
      {toCall && toCall.homes > 0 && (
        <View
          className="desk__next desk__ruled"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => look(toCall.building)}
        >
          <Icon name="alert" />
          <View className="desk__words">
            {toCall.building}低于 {lowBelow / 10}%，请电话联系 {toCall.homes} 户
          </View>
          <Icon name="chevron-right" />
        </View>
      )}
    </Card>
  );
}
