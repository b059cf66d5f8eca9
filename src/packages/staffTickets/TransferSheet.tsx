import { View } from '@tarojs/components';
import { useState } from 'react';
import { Answered, Chip, EmptyState, Icon } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import type { Colleague } from '../../../types/contract/ticketWork';
import { ActSheet } from './ActSheet';
import { colleagueLine } from './colleagueWords';
import { SayWhy } from './SayWhy';

export interface TransferSheetProps {
  readonly ticketId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 转给同事: who is free, whom the rule would choose, and why. */
export function TransferSheet({ ticketId, onClose, onDone }: TransferSheetProps) {
  const asked = useAnswer('ticketWork.colleagues', { ticketId });
  const { run, isBusy, refusal } = useChange('ticketWork.transfer');
  const [to, choose] = useState<string>();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  const transfer = async () => {
    if (to !== undefined && (await run({ ticketId, to, reason: said }))) onDone();
  };
  return (
    <ActSheet
      {...{ title: '转给谁', button: '转给同事', trouble: '没有转成', isBusy, refusal, onClose }}
      isReady={to !== undefined && said !== ''}
      onSend={() => void transfer()}
    >
      <Answered asked={asked} title="同事名单暂时看不到" cards={[4]} onBack={onClose}>
        {(colleagues) => <Colleagues colleagues={colleagues} chosen={to} onChoose={choose} />}
      </Answered>
      <SayWhy
        id="transfer-reason"
        usual={['他离得近', '手上有急单', '不会修这个']}
        value={reason}
        onChange={setReason}
        label="为什么转，可以写下来"
      />
    </ActSheet>
  );
}

interface ColleaguesProps {
  readonly colleagues: readonly Colleague[];
  readonly chosen: string | undefined;
  readonly onChoose: (staffId: string) => void;
}

export function Colleagues({ colleagues, chosen, onChoose }: ColleaguesProps) {
  const now = useNow();
  if (colleagues.length === 0)
    return <EmptyState drawing="letterbox" title="没有同事可以接" line="请点“这单接不了”，主管会安排。" />;
  return (
    <View ariaRole="radiogroup" ariaLabel="同事">
      {colleagues.map((one) => (
        <View
          key={one.staffId}
          id={`colleague-${one.staffId}`}
          className="colleague"
          hoverClass="pressed"
          ariaRole="radio"
          ariaLabel={`${one.name}，${colleagueLine(one, now)}${one.staffId === chosen ? '，已选中' : ''}`}
          onClick={() => onChoose(one.staffId)}
        >
          <View className="colleague__words">
            <View className="strong">{one.name}</View>
            <View className="type-second">{colleagueLine(one, now)}</View>
          </View>
          {one.isAdvised && <Chip text="建议" tone="brand" />}
          {one.staffId === chosen && <Icon name="check" />}
        </View>
      ))}
    </View>
  );
}
