import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Refusal, Row, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { TicketView } from '../../../../types/contract/tickets';
import { windowsFrom, windowWords } from '../windows';

export interface AppointmentCardProps {
  readonly ticket: TicketView;
  readonly now: number;
  readonly onChanged: (ticket: TicketView) => void;
}

/** The time somebody comes: agreed, or proposed and to be agreed to or changed (B5). */
export function AppointmentCard({ ticket, now, onChanged }: AppointmentCardProps) {
  const { appointment, window, ticketId, can, state } = ticket;
  const { run, isBusy, refusal } = useChange('tickets.confirmAppointment');
  const [isChoosing, choose] = useState(false);
  const shown = appointment ?? window;
  if (!shown || ['finished', 'closed', 'rated', 'cancelled'].includes(state)) return null;
  const canConfirm = can.includes('tickets.confirmAppointment');
  const confirm = async (other?: { readonly from: number; readonly to: number }) => {
    choose(false);
    const changed = await run({ ticketId, ...(other ? { other } : {}) });
    if (changed) onChanged(changed);
  };
  return (
    <Card>
      <View className="type-second">{canConfirm ? '师傅想约这个时间再来' : '上门时间'}</View>
      <View className="type-heading tabular">{windowWords(shown, now)}</View>
      {refusal && <Refusal title="没有定下来" sentence={refusal.sentence} />}
      {canConfirm && (
        <View className="side-by-side ticket__choices">
          <Button kind="outline" label="换个时间" isDisabled={isBusy} onTap={() => choose(true)} />
          <Button label="可以" isBusy={isBusy} onTap={() => void confirm()} />
        </View>
      )}
      {isChoosing && (
        <Sheet label="换个时间" onClose={() => choose(false)}>
          <View className="type-title">什么时候方便</View>
          {windowsFrom(now).map((other) => (
            <Row key={other.from} title={windowWords(other, now)} onTap={() => void confirm({ ...other })} />
          ))}
        </Sheet>
      )}
    </Card>
  );
}
