import { View } from '@tarojs/components';
import { Button, Card, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { momentWords } from '@/words/timeWords';
import type { TicketView } from '../../../../types/contract/tickets';
import type { TicketSheet } from './ticketProps';

export interface AnswersProps {
  readonly ticket: TicketView;
  readonly now: number;
  readonly onShow: (sheet: TicketSheet) => void;
  readonly onChanged: (ticket: TicketView) => void;
}

/** What was answered in writing, and whether it helps. */
export function Answers({ ticket, now, onShow, onChanged }: AnswersProps) {
  const { answers, can, ticketId } = ticket;
  const { run, isBusy, refusal } = useChange('tickets.judgeAnswer');
  const agree = async () => {
    const changed = await run({ ticketId, helped: true });
    if (changed) onChanged(changed);
  };
  if (answers.length === 0) return null;
  return (
    <Card>
      {answers.map(({ text, by, at, helped }) => (
        <View key={at} className="answer">
          <View className="type-second">{`${by} ${momentWords(at, now)} 答复`}</View>
          <View className="answer__text">{text}</View>
          {helped !== undefined && (
            <View className={`type-second ${helped ? 'tone-good' : 'tone-warn'}`}>
              {helped ? '您说解决了' : '您说没有解决，已转给上一级'}
            </View>
          )}
        </View>
      ))}
      {refusal && <Refusal title="没有提交" sentence={refusal.sentence} />}
      {can.includes('tickets.judgeAnswer') && (
        <View className="side-by-side ticket__choices">
          <Button kind="outline" label="没有解决" isDisabled={isBusy} onTap={() => onShow('dispute')} />
          <Button label="解决了" isBusy={isBusy} onTap={() => void agree()} />
        </View>
      )}
    </Card>
  );
}
