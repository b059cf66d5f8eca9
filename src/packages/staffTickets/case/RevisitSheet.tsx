import { useState } from 'react';
import { Choice, Field } from '@/components';
import { useChange } from '@/hooks/useChange';
import { ActSheet } from '../ActSheet';
import type { CaseSheetProps } from './caseSheet';

const verdicts = [
  { value: 'yes', name: '满意' },
  { value: 'no', name: '不满意' },
] as const;

/** What the owner said on the phone (B7). */
export function RevisitSheet({ ticketId, onClose, onChanged }: CaseSheetProps) {
  const [verdict, choose] = useState<'yes' | 'no'>();
  const [note, write] = useState('');
  const { run, isBusy, refusal } = useChange('ticketWork.revisit');
  const send = async () => {
    const changed = await run({ ticketId, isSatisfied: verdict === 'yes', note: note.trim() });
    if (changed) onChanged(changed);
  };
  const isReady = verdict !== undefined && note.trim() !== '';
  return (
    <ActSheet
      {...{ title: '记回访', button: '记下回访', isReady, isBusy, refusal, onClose }}
      onSend={() => void send()}
    >
      <Choice label="业主满意吗" options={verdicts} value={verdict} onChange={choose} />
      <Field id="revisit-note" label="业主怎么说" value={note} isLong most={200} onChange={write} />
    </ActSheet>
  );
}
