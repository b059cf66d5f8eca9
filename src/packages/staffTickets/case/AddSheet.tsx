import { useState } from 'react';
import { Field } from '@/components';
import { useChange } from '@/hooks/useChange';
import { ActSheet } from '../ActSheet';
import type { CaseSheetProps } from './caseSheet';

/** What whoever reported it says on the phone besides: the engineer reads it (B5). */
export function AddSheet({ ticketId, onClose, onChanged }: CaseSheetProps) {
  const [words, write] = useState('');
  const { run, isBusy, refusal } = useChange('tickets.add');
  const text = words.trim();
  const send = async () => {
    const changed = await run({ ticketId, text, photos: [] });
    if (changed) onChanged(changed);
  };
  return (
    <ActSheet
      {...{ title: '补记业主说的', button: '记下', isReady: text !== '', isBusy, refusal, onClose }}
      onSend={() => void send()}
    >
      <Field
        id="add-text"
        label="业主说了什么"
        hint="师傅和业主都能看到。"
        value={words}
        isLong
        most={1000}
        onChange={write}
      />
    </ActSheet>
  );
}
