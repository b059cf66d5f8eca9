import { View } from '@tarojs/components';
import { Card, Icon, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { clockWords } from '@/words/timeWords';
import type { WorkProps } from './workProps';

/** 上门清单: a tap ticks an item, a second one takes it back. */
export function Checklist({ ticket, onChanged }: WorkProps) {
  const { ticketId, checklist, can } = ticket;
  const { run, isBusy, refusal } = useChange('ticketWork.tick');
  if (checklist.length === 0) return null;
  const done = checklist.filter(({ at }) => at !== undefined).length;
  const mayTick = can.includes('ticketWork.tick') && !isBusy;
  const tick = async (item: string, isDone: boolean) => {
    const changed = await run({ ticketId, item, isDone });
    if (changed) onChanged(changed);
  };
  return (
    <Card>
      <View className="part">
        <View className={done === checklist.length ? 'part__done' : 'part__open'}>
          <Icon name="check" />
        </View>
        <View className="part__title type-heading">上门清单</View>
        <View className="type-second tabular">{`${done} / ${checklist.length}`}</View>
      </View>
      {refusal && <Refusal title="没有记上" sentence={refusal.sentence} />}
      {checklist.map(({ item, at }, index) => (
        <View
          key={item}
          id={`check-${index}`}
          className="check"
          hoverClass="pressed"
          ariaRole="checkbox"
          ariaLabel={`${item}，${at === undefined ? '还没做' : '做好了'}`}
          onClick={mayTick ? () => void tick(item, at === undefined) : undefined}
        >
          <View className={at === undefined ? 'check__box' : 'check__box check__box--done'}>
            {at !== undefined && <Icon name="check" />}
          </View>
          <View className="check__item">{item}</View>
          {at !== undefined && <View className="type-second tabular">{clockWords(at)}</View>}
        </View>
      ))}
    </Card>
  );
}
