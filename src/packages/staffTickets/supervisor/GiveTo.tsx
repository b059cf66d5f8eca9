import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Chip, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import type { Colleague } from '../../../../types/contract/ticketWork';
import { colleagueLine } from '../colleagueWords';

/** So many are compared on the board; the sheet has all. */
const mostCompared = 2;

export interface GiveToProps {
  readonly ticketId: string;
  readonly onChanged: () => void;
  /** All colleagues, another reason. */
  readonly onMore: () => void;
}

/** Right on the board: whom the rule would choose now, the next one, and one tap that gives it to them because it is late. */
export function GiveTo({ ticketId, onChanged, onMore }: GiveToProps) {
  const { answer } = useAnswer('ticketWork.colleagues', { ticketId }, { topics: ['work'] });
  const { run, isBusy, refusal } = useChange('ticketWork.override');
  const [chosen, choose] = useState<string>();
  const now = useNow();
  const colleagues = answer.kind === 'ready' ? answer.value.slice(0, mostCompared) : [];
  const to = colleagues.find(({ staffId, isAdvised }) => (chosen ? staffId === chosen : isAdvised));
  const give = async () => {
    if (to && (await run({ ticketId, to: to.staffId, reason: '已经超时' }))) onChanged();
  };
  return (
    <>
      {colleagues.length > 0 && <View className="type-second board__to">改派给</View>}
      <View ariaRole="radiogroup" ariaLabel="改派给">
        {colleagues.map((one) => (
          <Somebody
            key={one.staffId}
            colleague={one}
            now={now}
            isChosen={one.staffId === to?.staffId}
            onTap={() => choose(one.staffId)}
          />
        ))}
      </View>
      {refusal && <Refusal title="没有改派成" sentence={refusal.sentence} />}
      {to && <Button label={`改派给${to.name}`} isBusy={isBusy} onTap={() => void give()} />}
      <Button kind={to ? 'quiet' : 'outline'} label={to ? '看全部同事' : '改派'} onTap={onMore} />
    </>
  );
}

interface SomebodyProps {
  readonly colleague: Colleague;
  readonly now: number;
  readonly isChosen: boolean;
  readonly onTap: () => void;
}

function Somebody({ colleague, now, isChosen, onTap }: SomebodyProps) {
  const { staffId, name, isAdvised, freeInMinutes, isOnDuty } = colleague;
  const line = colleagueLine(colleague, now);
  return (
    <View
      id={`give-${staffId}`}
      className="colleague board__somebody"
      hoverClass="pressed"
      ariaRole="radio"
      ariaLabel={`${name}，${line}${isChosen ? '，已选中' : ''}`}
      onClick={onTap}
    >
      <View className={`board__dot${isChosen ? ' board__dot--chosen' : ''}`} ariaHidden />
      <View className="colleague__words">
        <View className="strong">{name}</View>
        <View className="type-second">{line}</View>
      </View>
      {isAdvised && <Chip text="建议" tone="good" />}
      {!isAdvised && isOnDuty && freeInMinutes > 0 && <Chip text="忙" tone="warn" />}
    </View>
  );
}
