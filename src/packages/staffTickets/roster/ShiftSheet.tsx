import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { ShiftPlan } from '../../../../types/contract/ticketDesks';
import { type Day, dayOf, type Instant } from '../../../../types/day';
import { ActSheet } from '../case/ActSheet';
import { dayWords, shiftWords, usualOf, usualShifts } from './week';

export interface ShiftSheetProps {
  readonly communityId: string;
  readonly plan: ShiftPlan;
  readonly day: Day;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** One person's shift of one day. */
export function ShiftSheet({ communityId, plan, day, onClose, onChanged }: ShiftSheetProps) {
  const { staffId, name, days } = plan;
  const planned = days.find((one) => one.day === day)?.shift;
  const [value, choose] = useState(usualOf(planned));
  const { run, isBusy, refusal } = useChange('roster.setShift');
  const chosen = usualShifts.find((one) => one.value === value);
  const send = async () => {
    const shift = chosen?.shift ? { shift: chosen.shift } : {};
    if (chosen && (await run({ communityId, staffId, day, ...shift }))) onChanged();
  };
  return (
    <ActSheet
      {...{
        title: `${name} ${dayWords(day, dayOf(Date.now() as Instant))}`,
        button: '排好',
        isBusy,
        refusal,
        onClose,
      }}
      isReady={chosen !== undefined}
      onSend={() => void send()}
    >
      <Choice label="班次" options={usualShifts} value={value} onChange={choose} />
      <View className="type-second tabular">
        {chosen
          ? chosen.shift
            ? shiftWords(chosen.shift)
            : '这一天不排班'
          : `现在排的是 ${shiftWords(planned)}`}
      </View>
    </ActSheet>
  );
}
