import { View } from '@tarojs/components';
import { useState } from 'react';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import type { TicketView } from '../../../../types/contract/tickets';
import { type Window, windowsFrom, windowWords } from '../../tickets/windows';
import { ActSheet } from '../ActSheet';
import type { CaseSheetProps } from './caseSheet';

/** What the owner agreed to on the phone: the proposed time, or another, which holds instead. */
export function AppointmentSheet(props: CaseSheetProps & { readonly ticket: TicketView }) {
  const { ticketId, ticket, onClose, onChanged } = props;
  const now = useNow();
  const [other, choose] = useState<Window>();
  const { run, isBusy, refusal } = useChange('tickets.confirmAppointment');
  const { appointment } = ticket;
  const proposed = appointment && { from: appointment.from, to: appointment.to };
  const chosen = other ?? proposed;
  const windows = windowsFrom(now).filter(({ from }) => from !== proposed?.from);
  const send = async () => {
    const changed = await run({ ticketId, ...(other ? { other } : {}) });
    if (changed) onChanged(changed);
  };
  return (
    <ActSheet
      {...{ title: '业主同意哪个时间', button: '记下，师傅会收到', isBusy, refusal, onClose }}
      isReady={chosen !== undefined}
      onSend={() => void send()}
    >
      <View className="pills" ariaRole="radiogroup">
        {[...(proposed ? [proposed] : []), ...windows].map((window) => (
          <View
            key={window.from}
            className={`pills__pill${window.from === chosen?.from ? ' pills__pill--chosen' : ''}`}
            hoverClass="pressed"
            ariaRole="radio"
            onClick={() =>
              choose(window.from === proposed?.from ? undefined : { from: window.from, to: window.to })
            }
          >
            {windowWords(window, now)}
          </View>
        ))}
      </View>
    </ActSheet>
  );
}
