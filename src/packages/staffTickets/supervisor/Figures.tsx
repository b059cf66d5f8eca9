import { View } from '@tarojs/components';
import { Card, Icon } from '@/components';
import type { SupervisorBoard } from '../../../../types/contract/ticketDesks';
import type { Day } from '../../../../types/day';
import type { Wanted } from '../list/listWords';

export interface FiguresProps {
  readonly today: SupervisorBoard['today'];
  readonly day: Day;
  readonly onLook: (wanted: Wanted) => void;
}

interface Tile {
  readonly wanted: Wanted;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly line: string;
  readonly isBad?: boolean;
}

/** Today's figures, each with what it opens to. */
export function Figures({ today, day, onLook }: FiguresProps) {
  // A board that an older version has left on the phone has none of the tasks.
  const { tickets, tasks = 0, onTime, kept, missed, late } = today;
  const tiles: readonly Tile[] = [
    {
      wanted: { which: 'reported', day },
      name: '今天工单',
      value: `${tickets}`,
      unit: '单',
      line: '今天报来',
    },
    {
      ...{ wanted: { which: 'kept', day }, name: '准时率', unit: '%' },
      ...(kept + missed === 0
        ? { value: '–', unit: '', line: '还没有结果' }
        : { value: String(onTime / 10), line: `赶上 ${kept} 单` }),
    },
    { wanted: { which: 'late' }, name: '超时', value: `${late}`, unit: '单', line: '现在', isBad: late > 0 },
  ];
  return (
    <Card>
      <View className="board__figures">
        {tiles.map(({ wanted, name, value, unit, line, isBad }) => (
          <View
            key={wanted.which}
            id={`figure-${wanted.which}`}
            className="board__figure"
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel={`${name} ${value}${unit}，${line}`}
            onClick={() => onLook(wanted)}
          >
            <View className="type-second">{name}</View>
            <View className={`board__value tabular${isBad ? ' tone-bad' : ''}`}>
              <View className="type-big">{value}</View>
              <View className="type-second">{unit}</View>
            </View>
            <View className="type-second">{line}</View>
          </View>
        ))}
      </View>
      {tasks > 0 && (
        <Besides
          id="figure-tasks"
          name="今天开出的关联任务"
          value={`${tasks} 个`}
          onTap={() => onLook({ which: 'tasks', day })}
        />
      )}
      {missed > 0 && (
        <Besides
          id="figure-missed"
          name="今天有时限没赶上的"
          value={`${missed} 单`}
          isBad
          onTap={() => onLook({ which: 'missed', day })}
        />
      )}
    </Card>
  );
}

interface BesidesProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly isBad?: boolean;
  readonly onTap: () => void;
}

/** A figure that stands only where there is something to look at. */
function Besides({ id, name, value, isBad = false, onTap }: BesidesProps) {
  return (
    <View
      id={id}
      className="between board__missed"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={`${name} ${value}`}
      onClick={onTap}
    >
      <View>{name}</View>
      <View className="between__end beside">
        <View className={`strong tabular${isBad ? ' tone-bad' : ''}`}>{value}</View>
        <Icon name="chevron-right" />
      </View>
    </View>
  );
}
