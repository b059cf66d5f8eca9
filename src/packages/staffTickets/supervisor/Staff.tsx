import { View } from '@tarojs/components';
import { Card } from '@/components';
import type { StaffLoad } from '../../../../types/contract/ticketDesks';
import type { Wanted } from '../list/listWords';
import { loadBars } from './loadBars';

export interface StaffProps {
  readonly staff: readonly StaffLoad[];
  /** The hour of the first bar. */
  readonly firstHour: number;
  readonly onLook: (wanted: Wanted) => void;
}

/** Who is busy, who is free: small multiples on one scale. Each opens to what the person has in hand. */
export function Staff({ staff, firstHour, onLook }: StaffProps) {
  const onDuty = staff.filter(({ isOnDuty }) => isOnDuty).length;
  return (
    <>
      <View className="between">
        <View className="type-heading">谁忙谁闲</View>
        <View className="type-second">{`${staff.length} 人，${onDuty} 人在岗`}</View>
      </View>
      <Card>
        <View className="board__people">
          {staff.map((one) => (
            <Person
              key={one.staffId}
              load={one}
              firstHour={firstHour}
              onTap={() => onLook({ which: 'inHands', staffId: one.staffId, name: one.name })}
            />
          ))}
        </View>
        {staff.length === 0 && <View className="type-second">名册里还没有维修工和保安。</View>}
      </Card>
      {staff.length > 0 && <Legend />}
    </>
  );
}

interface PersonProps {
  readonly load: StaffLoad;
  readonly firstHour: number;
  readonly onTap: () => void;
}

function Person({ load, firstHour, onTap }: PersonProps) {
  const { staffId, name, skills, isOnDuty, open: held } = load;
  const bars = loadBars(load, firstHour);
  const isOver = bars.some((bar) => bar.isOver);
  const count = isOnDuty || held > 0 ? `${held} 单` : '休息';
  return (
    <View
      id={`load-${staffId}`}
      className="board__person"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={[name, count, isOnDuty ? '在岗' : '不在岗', isOver ? '排不下' : '']
        .filter(Boolean)
        .join('，')}
      onClick={onTap}
    >
      <View className="board__head">
        <View className="strong board__name">{name}</View>
        <View className={`board__count tabular${isOver ? ' tone-bad' : ''}`}>{count}</View>
      </View>
      <View className="type-caption board__name">
        {isOnDuty || held === 0 ? skills.join('、') || '没有登记技能' : '不在岗'}
      </View>
      <View className="board__bars" ariaHidden>
        {bars.map(({ hour, done, planned, isOver: isFull }) => (
          <View key={hour} className="board__bar">
            <View className="board__planned" style={{ height: `${planned}%` }} />
            <View
              className={`board__done${isFull ? ' board__done--over' : ''}`}
              style={{ height: `${done}%` }}
            />
          </View>
        ))}
      </View>
      <View className="between type-caption" ariaHidden>
        <View>{firstHour}</View>
        <View>{firstHour + 5}</View>
        <View>{`${firstHour + 10} 时`}</View>
      </View>
    </View>
  );
}

function Legend() {
  return (
    <View className="board__legend type-second">
      <View className="board__swatch board__done" ariaHidden />
      <View>已做</View>
      <View className="board__swatch board__planned" ariaHidden />
      <View>排定</View>
      <View className="board__swatch board__done--over" ariaHidden />
      <View>排不下</View>
      <View>每柱 1 小时，虚线为 60 分钟</View>
    </View>
  );
}
