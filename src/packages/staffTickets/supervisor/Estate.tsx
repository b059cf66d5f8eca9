import { View } from '@tarojs/components';
import { Card } from '@/components';
import type { SupervisorBoard } from '../../../../types/contract/ticketDesks';

/** Where the open tickets are, building by building; the fuller, the darker is never said by colour alone. */
export function Estate({ buildings }: Pick<SupervisorBoard, 'buildings'>) {
  return (
    <>
      <View className="type-heading">楼栋分布</View>
      <Card>
        <View className="board__estate">
          {buildings.map(({ building, open, emergencies }) => (
            <View
              key={building}
              className={`board__building${emergencies > 0 ? ' board__building--bad' : ''}`}
            >
              <View className="board__name">{building || '公共区域'}</View>
              <View className="type-title tabular">{open}</View>
              <View className="type-caption">{emergencies > 0 ? `紧急 ${emergencies}` : '单没办完'}</View>
            </View>
          ))}
        </View>
        {buildings.length === 0 && <View className="type-second">各楼都没有没办完的工单。</View>}
      </Card>
    </>
  );
}
