import { Text, View } from '@tarojs/components';
import { Icon } from '@/components';
import { problemNames, urgencyNames } from '@/words/tickets';
import { hasSubject, type Settled } from './settled';

export interface SortChipsProps {
  readonly settled: Settled;
  /** Recognised, rather than only chosen. */
  readonly isKnown: boolean;
  readonly onTap: () => void;
}

/** What it seems to be; a tap puts it right. */
export function SortChips({ settled, isKnown, onTap }: SortChipsProps) {
  const { type, problem, urgency } = settled;
  if (!hasSubject(type)) return null;
  const isEmergency = urgency === 'emergency';
  return (
    <>
      <View className="rule" />
      <View className="type-second">{isKnown ? '帮您认出来的，不对可以改' : '是什么事'}</View>
      <View className="report__chips">
        <SortChip
          id="sort-problem"
          name={type === 'repair' ? '类型' : '投诉什么'}
          value={problem && problemNames[problem]}
          onTap={onTap}
        />
        {type === 'repair' && (
          <SortChip
            id="sort-urgency"
            name="紧急程度"
            value={urgency && urgencyNames[urgency]}
            isBad={isEmergency}
            onTap={onTap}
          />
        )}
      </View>
    </>
  );
}

interface SortChipProps {
  readonly id: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly isBad?: boolean;
  readonly onTap: () => void;
}

function SortChip({ id, name, value, isBad = false, onTap }: SortChipProps) {
  return (
    <View
      id={id}
      className={`report__chip${isBad ? ' report__chip--bad' : ''}`}
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={`${name}，${value ?? '还没有选'}，点开修改`}
      onClick={onTap}
    >
      <Text className={isBad ? 'type-second tone-bad' : 'type-second'}>{name}</Text>
      {isBad && <Icon name="alert" />}
      <Text className={value ? 'strong' : 'tone-warn'}>{value ?? '请选一下'}</Text>
      <Icon name="chevron-down" />
    </View>
  );
}
