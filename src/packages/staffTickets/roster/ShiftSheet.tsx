import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { ShiftPlan } from '../../../../types/contract/ticketDesks';
import { type Day, formatDay } from '../../../../types/day';
import { ActSheet } from '../case/ActSheet';
import { shiftWords, usualOf, usualShifts } from './week';

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
  const [value, choose] = useState(usualOf(days.find((one) => one.day === day)?.shift));
  const { run, isBusy, refusal } = useChange('roster.setShift');
  const chosen = usualShifts.find((one) => one.value === value);
  const send = async () => {
    const shift = chosen?.shift ? { shift: chosen.shift } : {};
    if (chosen && (await run({ communityId, staffId, day, ...shift }))) onChanged();
  };
  return (
    <ActSheet
      {...{ title: `${name} ${formatDay(day)}`, button: '排好', isBusy, refusal, onClose }}
      isReady={chosen !== undefined}
      onSend={() => void send()}
    >
      <Choice label="班次" options={usualShifts} value={value} onChange={choose} />
      {chosen && <View className="type-second">{shiftWords(chosen.shift)}</View>}
    </ActSheet>
  );
}
