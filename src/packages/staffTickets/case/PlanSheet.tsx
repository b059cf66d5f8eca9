import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { Field, Icon } from '@/components';
import { useChange } from '@/hooks/useChange';
import { addDays, type Day, dayOf, formatDay, type Instant } from '../../../../types/day';
import { ActSheet } from '../ActSheet';
import type { CaseSheetProps } from './caseSheet';

/** 整改方案: published in the community, so it names nobody (B7). */
export function PlanSheet({ ticketId, onClose, onChanged }: CaseSheetProps) {
  const today = dayOf(Date.now() as Instant);
  const [text, write] = useState('');
  const [dueOn, chooseDay] = useState<Day>(addDays(today, 7));
  const { run, isBusy, refusal } = useChange('ticketWork.plan');
  const send = async () => {
    const changed = await run({ ticketId, text: text.trim(), dueOn });
    if (changed) onChanged(changed);
  };
  return (
    <ActSheet
      {...{ title: '整改方案', button: '公布', isReady: text.trim() !== '', isBusy, refusal, onClose }}
      onSend={() => void send()}
    >
      <Field
        id="plan-text"
        label="怎么改"
        hint="会在小区公布，请不要写姓名、房号和电话。"
        value={text}
        isLong
        most={200}
        onChange={write}
      />
      <Picker
        mode="date"
        value={dueOn}
        start={today}
        onChange={({ detail }) => chooseDay(detail.value as Day)}
      >
        <View className="between" ariaRole="button">
          <View>哪天前做到</View>
          <View className="beside strong">
            {formatDay(dueOn)}
            <Icon name="chevron-down" />
          </View>
        </View>
      </Picker>
    </ActSheet>
  );
}
