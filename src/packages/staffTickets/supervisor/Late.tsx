import { View } from '@tarojs/components';
import { Button, Card } from '@/components';
import { open, pages } from '@/services/routes';
import { stateNames } from '@/words/tickets';
import type { TicketRow } from '../../../../types/contract/tickets';
import { rowClock, untilWords } from '../workClock';

export interface LateProps {
  readonly row: TicketRow;
  readonly now: number;
  readonly onOverride: (ticketId: string) => void;
}

/** One that is late: by how much, of what; before anybody stands at the work it can be given to somebody else. */
export function Late({ row, now, onOverride }: LateProps) {
  const { ticketId, title, place, assignee, state, clock } = row;
  const { time, below } = rowClock(row, now);
  const canGive = state === 'waiting' || state === 'offered' || state === 'accepted';
  return (
    <Card id={`late-${ticketId}`}>
      <View
        className="between"
        hoverClass="pressed"
        ariaRole="button"
        onClick={() => open(pages.deskTicket, { ticketId })}
      >
        <View className="board__what">
          <View className="type-heading">{title}</View>
          <View className="type-second">{`${place}，${assignee ?? stateNames[state]}`}</View>
        </View>
        <View className="between__end board__clock">
          <View className="strong tabular tone-bad">{time}</View>
          <View className="type-second">{clock ? `应 ${untilWords(clock.by, now)} 前${below}` : below}</View>
        </View>
      </View>
      {canGive && <Button kind="outline" label="改派" onTap={() => onOverride(ticketId)} />}
    </Card>
  );
}
