import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { Choice, Icon } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { ShiftPlan } from '../../../../types/contract/ticketDesks';
import { type Day, dayOf, type Instant } from '../../../../types/day';
import { ActSheet } from '../ActSheet';
import { clockOf, minuteOf, ownShift } from './ownHours';
import { dayWords, shiftWords, type UsualShift, usualOf, usualShifts } from './week';

export interface ShiftSheetProps {
  readonly communityId: string;
  readonly plan: ShiftPlan;
  readonly day: Day;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

const choices = [...usualShifts, { value: 'own', name: '自定' }] as const;

/** One person's shift of one day: a usual one, or hours of its own. */
export function ShiftSheet({ communityId, plan, day, onClose, onChanged }: ShiftSheetProps) {
  const { staffId, name, days, isPlannedNoMore = false } = plan;
  const planned = days.find((one) => one.day === day)?.shift;
  const [value, choose] = useState<UsualShift | 'own'>(isPlannedNoMore ? 'off' : (usualOf(planned) ?? 'own'));
  const [hours, setHours] = useState(planned ?? usualShifts[0].shift);
  const { run, isBusy, refusal } = useChange('roster.setShift');
  const own = ownShift(hours.from, hours.to);
  const shift = value === 'own' ? own : usualShifts.find((one) => one.value === value)?.shift;
  const isReady = value !== 'own' || own !== undefined;
  const chosenWords = isReady
    ? shift
      ? shiftWords(shift)
      : '这一天不排班'
    : '一个班最长 16 小时，请改一下时间。';
  const send = async () => {
    if (isReady && (await run({ communityId, staffId, day, ...(shift ? { shift } : {}) }))) onChanged();
  };
  return (
    <ActSheet
      title={`${name} ${dayWords(day, dayOf(Date.now() as Instant))}`}
      button={isPlannedNoMore ? '取消这个班' : '排好'}
      {...{ isReady, isBusy, refusal, onClose }}
      onSend={() => void send()}
    >
      {!isPlannedNoMore && <Choice label="班次" options={choices} value={value} onChange={choose} />}
      {value === 'own' && (
        <View className="side-by-side">
          <Time label="几点来" minute={hours.from} onChange={(from) => setHours({ ...hours, from })} />
          <Time label="几点走" minute={hours.to} onChange={(to) => setHours({ ...hours, to })} />
        </View>
      )}
      <View className="type-second tabular">
        {isPlannedNoMore ? `已经不再排班，原来排了 ${shiftWords(planned)}。` : chosenWords}
      </View>
    </ActSheet>
  );
}

interface TimeProps {
  readonly label: string;
  /** Of the day. */
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

function Time({ label, minute, onChange }: TimeProps) {
  const time = clockOf(minute);
  return (
    <View className="field roster__time">
      <View className="field__label">{label}</View>
      <Picker
        mode="time"
        value={time}
        onChange={({ detail }) => onChange(minuteOf(String(detail.value)) ?? minute)}
      >
        <View className="picked tabular" ariaRole="button" ariaLabel={`${label} ${time}`}>
          {time}
          <Icon name="chevron-down" />
        </View>
      </Picker>
    </View>
  );
}
