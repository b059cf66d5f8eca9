import { View } from '@tarojs/components';
import { Card } from '@/components';
import type { SupervisorBoard } from '../../../../types/contract/ticketDesks';
import type { Wanted } from '../list/listWords';

export interface EstateProps extends Pick<SupervisorBoard, 'buildings'> {
  readonly onLook: (wanted: Wanted) => void;
}

/** Where the open tickets are, building by building; each opens to its own, its emergencies by themselves. */
export function Estate({ buildings, onLook }: EstateProps) {
  return (
    <>
      <View className="between">
        <View className="type-heading">楼栋分布</View>
        <View className="type-second">没办完的单数</View>
      </View>
      <Card>
        <View className="board__estate">
          {buildings.map(({ building, open, emergencies, tasks = 0 }) => (
            <View
              key={building}
              className={`board__building${emergencies > 0 ? ' board__building--bad' : ''}`}
            >
              <View
                id={`building-${building}`}
                hoverClass="pressed"
                ariaRole="button"
                ariaLabel={`${building || '公共区域'} ${open} 单`}
                onClick={() => onLook({ which: 'open', building })}
              >
                <View className="board__name">{building || '公共区域'}</View>
                <View className="type-title tabular">{open}</View>
              </View>
              {emergencies > 0 && (
                <View
                  id={`emergencies-${building}`}
                  className="board__urgent type-caption tabular tone-bad"
                  hoverClass="pressed"
                  ariaRole="button"
                  ariaLabel={`${building || '公共区域'} 其中紧急 ${emergencies} 单`}
                  onClick={() => onLook({ which: 'openEmergencies', building })}
                >
                  {`其中紧急 ${emergencies}`}
                </View>
              )}
              {tasks > 0 && (
                <View
                  id={`tasks-${building}`}
                  className="board__urgent type-caption tabular"
                  hoverClass="pressed"
                  ariaRole="button"
                  ariaLabel={`${building || '公共区域'} 关联任务 ${tasks} 个`}
                  onClick={() => onLook({ which: 'openTasks', building })}
                >
                  {`关联任务 ${tasks}`}
                </View>
              )}
            </View>
          ))}
        </View>
        {buildings.length === 0 && <View className="type-second">各楼的工单都办完了。</View>}
      </Card>
    </>
  );
}
