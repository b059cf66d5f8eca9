import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Answered, Button, Sheet } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { say } from '@/services/device';
import { goBack } from '@/services/routes';
import type { ReportHook } from './useReport';

export interface AskSheetProps {
  readonly report: ReportHook;
  readonly onClose: () => void;
}

/** The company's own answers that fit the question; where none does, or none helped, a person answers in writing (B11). */
export function AskSheet({ report, onClose }: AskSheetProps) {
  const communityId = report.form?.communityId;
  const text = report.draft.text.trim();
  const canAsk = communityId !== undefined && text !== '';
  const asked = useAnswer('knowledge.ask', canAsk ? { communityId, text } : undefined);
  const { answer } = asked;
  const { send } = report;
  const isUnknown = !canAsk || (answer.kind === 'ready' && answer.value.length === 0);
  useEffect(() => {
    if (!isUnknown) return;
    onClose();
    void send();
  }, [isUnknown, onClose, send]);
  if (isUnknown) return null;
  return (
    <Sheet
      label="现成的答复"
      onClose={onClose}
      footer={
        <>
          <Button
            label="解决了"
            isDisabled={answer.kind !== 'ready'}
            onTap={() => {
              report.drop();
              say('好的，有事随时来问');
              goBack();
            }}
          />
          <Button
            kind="quiet"
            label="没有解决，转人工"
            onTap={() => {
              onClose();
              void send();
            }}
          />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">您看是不是问这个</View>
        <Answered asked={asked} title="答复暂时取不到" cards={[3]} onBack={onClose}>
          {(entries) =>
            entries.map(({ entryId, question, answer: words }) => (
              <View key={entryId} className="known">
                <View className="strong">{question}</View>
                <View className="known__answer">{words}</View>
              </View>
            ))
          }
        </Answered>
      </View>
    </Sheet>
  );
}
