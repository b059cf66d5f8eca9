import { View } from '@tarojs/components';
import { Button, Facts, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { useNow } from '@/hooks/useNow';
import { open, pages } from '@/services/routes';
import { momentWords } from '@/words/timeWords';
import type { QuestionRow } from '../../../../types/contract/charging';
import { formatPeriod } from '../../../../types/period';
import { formatYuan } from '../../../../types/yuan';
import { Remark } from '../Remark';

export interface AnswerSheetProps {
  readonly question: QuestionRow;
  readonly onClose: (isAnswered: boolean) => void;
}

/** The question in full, the bill it is about, and the answer, which lets the bill be paid again. */
export function AnswerSheet({ question, onClose }: AnswerSheetProps) {
  const { billId, place, itemName, period, amount, text, askedAt } = question;
  const now = useNow();
  const { draft, change, clear } = useDraft(`answer:${billId}`, { answer: '' });
  const answering = useChange('charging.answerQuestion');
  const send = async () => {
    if (!(await answering.run({ billId, answer: draft.answer.trim() }))) return;
    clear();
    onClose(true);
  };
  return (
    <Sheet
      label="答复疑问"
      onClose={() => onClose(false)}
      footer={
        <>
          {answering.refusal && <Refusal title="没有答复" sentence={answering.refusal.sentence} />}
          <Button
            label="答复"
            isBusy={answering.isBusy}
            isDisabled={draft.answer.trim() === ''}
            onTap={() => void send()}
          />
        </>
      }
    >
      <View className="stack">
        <Remark name="业主问" text={text} />
        <Facts
          isQuiet
          facts={[
            { name: '房屋', value: place },
            { name: '账单', value: `${itemName} ${formatPeriod(period)}` },
            { name: '金额', value: formatYuan(amount) },
            { name: '提出', value: momentWords(askedAt, now) },
          ]}
        />
        <Button kind="quiet" label="看这笔账单怎么算的" onTap={() => open(pages.billWork, { billId })} />
        <Field
          id="answer"
          label="答复"
          hint="答复后业主会收到消息，这笔账单恢复缴费。要改金额，先在账单里调整。"
          value={draft.answer}
          onChange={(answer) => change({ answer })}
          isLong
          most={200}
        />
      </View>
    </Sheet>
  );
}
