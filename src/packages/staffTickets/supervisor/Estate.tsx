import { View } from '@tarojs/components';
import { Card } from '@/components';
import type { SupervisorBoard } from '../../../../types/contract/ticketDesks';
import type { Wanted } from '../list/listWords';
import { undrawnWords } from './undrawnWords';

export interface EstateProps extends Pick<SupervisorBoard, 'buildings' | 'undrawn'> {
  readonly onLook: (wanted: Wanted) => void;
}

/** Where the open tickets are, building by building; each opens to its own, its emergencies and its tasks by themselves. */
export function Estate({ buildings, undrawn, onLook }: EstateProps) {
  const partly = undrawnWords(undrawn);
  return (
    <>
      <View className="between">
        <View className="type-heading">楼栋分布</View>
        <View className="type-second">没办完的单数</View>
      </View>
      <Card>
        <View className="board__estate">
          {buildings.map((one) => (
            <Building key={one.building} {...one} onLook={onLook} />
          ))}
        </View>
        {buildings.length === 0 && <View className="type-second">各楼的工单都办完了。</View>}
        {partly && (
          <View id="undrawn" className="type-second board__undrawn">
            {partly}
          </View>
        )}
      </Card>
    </>
  );
}

interface BuildingProps {
  readonly building: string;
  readonly open: number;
  readonly emergencies: number;
  /** A board that an older version has left on the phone has none. */
  readonly tasks?: number;
  readonly onLook: (wanted: Wanted) => void;
}

function Building({ building, open, emergencies, tasks = 0, onLook }: BuildingProps) {
  const name = building || '公共区域';
  return (
    <View className={`board__building${emergencies > 0 ? ' board__building--bad' : ''}`}>
      <View
        id={`building-${building}`}
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={`${name} ${open} 单`}
        onClick={() => onLook({ which: 'open', building })}
      >
        <View className="board__name">{name}</View>
        <View className="type-title tabular">{open}</View>
      </View>
      {emergencies > 0 && (
        <Mark
          id={`emergencies-${building}`}
          text={`其中紧急 ${emergencies}`}
          label={`${name} 其中紧急 ${emergencies} 单`}
          isBad
          onTap={() => onLook({ which: 'openEmergencies', building })}
        />
      )}
      {tasks > 0 && (
        <Mark
          id={`tasks-${building}`}
          text={`关联任务 ${tasks}`}
          label={`${name} 关联任务 ${tasks} 个`}
          onTap={() => onLook({ which: 'openTasks', building })}
        />
      )}
    </View>
  );
}

interface MarkProps {
  readonly id: string;
  readonly text: string;
  /** What screen readers say. */
  readonly label: string;
  readonly isBad?: boolean;
  readonly onTap: () => void;
}

/** A part of a building's tickets, which opens by itself. */
function Mark({ id, text, label, isBad = false, onTap }: MarkProps) {
  return (
    <View
      id={id}
      className={`board__urgent type-caption tabular${isBad ? ' tone-bad' : ''}`}
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={label}
      onClick={onTap}
    >
      {text}
    </View>
  );
}
