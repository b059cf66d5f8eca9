import { Field } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { ActSheet } from '../ActSheet';
import type { CaseSheetProps } from './caseSheet';

/** The written answer; it survives a restart until it is sent. */
export function AnswerSheet({ ticketId, onClose, onChanged }: CaseSheetProps) {
  const { draft, change, clear } = useDraft(`ticketAnswer:${ticketId}`, { text: '' });
  const { run, isBusy, refusal } = useChange('tickets.answer');
  const text = draft.text.trim();
  const send = async () => {
    const changed = await run({ ticketId, text });
    if (!changed) return;
    clear();
    onChanged(changed);
  };
  return (
    <ActSheet
      {...{ title: '书面答复', button: '答复', isReady: text !== '', isBusy, refusal, onClose }}
      onSend={() => void send()}
    >
      <Field
        id="answer-text"
        label="答复"
        hint="业主会收到微信提醒，可以说没有解决；没有解决会转给上一级。"
        value={draft.text}
        isLong
        most={1000}
        onChange={(value) => change({ text: value })}
      />
    </ActSheet>
  );
}
