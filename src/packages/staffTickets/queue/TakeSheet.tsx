import { View } from '@tarojs/components';
import { Button, Sheet } from '@/components';
import type { TicketRow } from '../../../../types/contract/tickets';
import { Countdown } from '../Countdown';
import { TicketChips } from '../TicketChips';

export interface TakeSheetProps {
  readonly row: TicketRow;
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

/** A ticket that waits for anybody, before it is taken: a glove taps a row by mistake. */
export function TakeSheet({ row, isBusy, onTake, onClose }: TakeSheetProps) {
  return (
    <Sheet
      label={row.title}
      onClose={onClose}
      footer={<Button label="接单" isBusy={isBusy} busyLabel="正在接单" onTap={onTake} />}
    >
      <View className="stack">
        <TicketChips ticket={row} />
        <Countdown ticket={{ ...row, clocks: row.clock ? [row.clock] : [] }} />
        <View>
          <View className="type-title">{row.title}</View>
          <View>{row.place}</View>
        </View>
      </View>
    </Sheet>
  );
}
