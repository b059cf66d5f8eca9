import { useState } from 'react';
import { Choice, Field } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { CheckSubject } from '../../../../types/ticket';
import { ActSheet } from '../ActSheet';
import { checkWords } from '../checkWords';
import type { CaseSheetProps } from './caseSheet';

export interface AfterCheckSheetProps extends CaseSheetProps {
  readonly about?: CheckSubject | undefined;
}

/** 事后抽查: what the ticket was picked for. */
export function AfterCheckSheet({ ticketId, about, onClose, onChanged }: AfterCheckSheetProps) {
  const { title, question, good, bad, wrong } = checkWords(about ? { about } : {});
  const verdicts = [
    { value: 'good', name: good },
    { value: 'bad', name: bad },
  ] as const;
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
    <ActSheet {...{ title, button: '记下', isReady, isBusy, refusal, onClose }} onSend={() => void send()}>
      <Choice label={question} options={verdicts} value={verdict} onChange={choose} />
      <Field
        id="check-note"
        label={verdict === 'bad' ? wrong : '想说的，可以不写'}
        value={note}
        isLong
        most={200}
        onChange={write}
      />
    </ActSheet>
  );
}
