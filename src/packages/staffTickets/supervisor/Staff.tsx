import { View } from '@tarojs/components';
import { Card } from '@/components';
import { open, pages } from '@/services/routes';
import type { StaffLoad } from '../../../../types/contract/ticketDesks';
import { loadBars } from './loadBars';

export interface StaffProps {
  readonly staff: readonly StaffLoad[];
  readonly communityId: string;
}

/** Who is busy, who is free: small multiples on one scale. Each opens to the person's tickets. */
export function Staff({ staff, communityId }: StaffProps) {
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
              onTap={() =>
                open(pages.deskTickets, {
                  ...{ communityId, which: 'open', staffId: one.staffId },
                  title: `${one.name}手上的工单`,
                })
              }
            />
          ))}
        </View>
        {staff.length === 0 && <View className="type-second">名册里还没有维修工和保安。</View>}
      </Card>
      {staff.length > 0 && <View className="type-second">每柱 1 小时，深色已做，浅色排定，红色排不下。</View>}
    </>
  );
}

function Person({ load, onTap }: { readonly load: StaffLoad; readonly onTap: () => void }) {
  const { staffId, name, skills, isOnDuty, open: held } = load;
  const standing = isOnDuty ? `${held} 单` : held > 0 ? `不在岗，${held} 单` : '休息';
  return (
    <View
      id={`load-${staffId}`}
      className="board__person"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={`${name}，${standing}`}
      onClick={onTap}
    >
      <View className="strong board__name">{name}</View>
      <View className="type-second">{standing}</View>
      <View className="type-caption board__name">{skills.join('、') || '没有登记技能'}</View>
      <View className="board__bars" ariaHidden>
        {loadBars(load).map(({ hour, done, planned, isOver }) => (
          <View key={hour} className="board__bar">
            <View className="board__planned" style={{ height: `${planned}%` }} />
            <View
              className={`board__done${isOver ? ' board__done--over' : ''}`}
              style={{ height: `${done}%` }}
            />
          </View>
        ))}
      </View>
      <View className="between type-caption" ariaHidden>
        <View>8</View>
        <View>18 时</View>
      </View>
    </View>
  );
}
