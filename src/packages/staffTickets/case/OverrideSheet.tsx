import { useState } from 'react';
import { Answered } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { ActSheet } from '../ActSheet';
import { SayWhy } from '../SayWhy';
import { Colleagues } from '../TransferSheet';
import type { CaseSheetProps } from './caseSheet';

/** 改派: the supervisor gives it to somebody; whom the rule would choose is marked and chosen first. */
export function OverrideSheet({ ticketId, onClose, onChanged }: CaseSheetProps) {
  const asked = useAnswer('ticketWork.colleagues', { ticketId });
  const { run, isBusy, refusal } = useChange('ticketWork.override');
  const [chosen, choose] = useState<string>();
  const [reason, setReason] = useState('');
  const colleagues = asked.answer.kind === 'ready' ? asked.answer.value : [];
  const to = colleagues.find(({ staffId, isAdvised }) => (chosen ? staffId === chosen : isAdvised));
  const said = reason.trim();
  const send = async () => {
    if (!to) return;
    const changed = await run({ ticketId, to: to.staffId, reason: said });
    if (changed) onChanged(changed);
  };
  return (
    <ActSheet
      {...{ title: '改派给谁', button: to ? `改派给${to.name}` : '改派', isBusy, refusal, onClose }}
      isReady={to !== undefined && said !== ''}
      onSend={() => void send()}
    >
      <Answered asked={asked} title="同事名单暂时看不到" cards={[4]} onBack={onClose}>
        {() => <Colleagues colleagues={colleagues} chosen={to?.staffId} onChoose={choose} />}
      </Answered>
      <SayWhy
        id="override-reason"
        usual={['已经超时', '他离得近', '更熟悉这类活']}
        value={reason}
        onChange={setReason}
        label="为什么改派，可以写下来"
      />
    </ActSheet>
  );
}
