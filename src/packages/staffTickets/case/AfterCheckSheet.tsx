import { useState } from 'react';
import { Choice, Field } from '@/components';
import { useChange } from '@/hooks/useChange';
import { ActSheet, type CaseSheetProps } from './ActSheet';

const verdicts = [
  { value: 'good', name: '派得合理' },
  { value: 'bad', name: '不合理' },
] as const;

/** 事后抽查: whether the rule gave it to the right person. */
export function AfterCheckSheet({ ticketId, onClose, onChanged }: CaseSheetProps) {
  const [verdict, choose] = useState<'good' | 'bad'>();
  const [note, write] = useState('');
  const { run, isBusy, refusal } = useChange('ticketWork.afterCheck');
  const said = note.trim();
  const send = async () => {
    if (verdict === undefined) return;
    const changed = await run({ ticketId, verdict, ...(said ? { note: said } : {}) });
    if (changed) onChanged(changed);
  };
  const isReady = verdict === 'good' || (verdict === 'bad' && said !== '');
  return (
    <ActSheet
      {...{ title: '派单抽查', button: '记下', isReady, isBusy, refusal, onClose }}
      onSend={() => void send()}
    >
      <Choice label="派得合不合理" options={verdicts} value={verdict} onChange={choose} />
      <Field
        id="check-note"
        label={verdict === 'bad' ? '哪里不合理' : '想说的，可以不写'}
        value={note}
        isLong
        most={200}
        onChange={write}
      />
    </ActSheet>
  );
}
