import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Button, Refusal, Sheet } from '@/components';
import type { TicketView } from '../../../../types/contract/tickets';
import type { Refusal as Refused } from '../../../../types/refusal';

/** What every sheet over a ticket gets. */
export interface CaseSheetProps {
  readonly ticketId: string;
  readonly onClose: () => void;
  readonly onChanged: (ticket: TicketView) => void;
}

export interface ActSheetProps {
  readonly title: string;
  readonly button: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly refusal: Refused | undefined;
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/** The frame of one thing a desk does to a ticket. */
export function ActSheet(props: PropsWithChildren<ActSheetProps>) {
  const { title, button, isReady, isBusy, refusal, onSend, onClose, children } = props;
  return (
    <Sheet
      label={title}
      onClose={onClose}
      footer={
        <>
          {refusal && <Refusal title="没有办成" sentence={refusal.sentence} />}
          <Button label={button} isBusy={isBusy} isDisabled={!isReady} onTap={onSend} />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">{title}</View>
        {children}
      </View>
    </Sheet>
  );
}
