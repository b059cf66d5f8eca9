import { View } from '@tarojs/components';
import { Button, Card } from '@/components';
import { clockNames, stateNames } from '@/words/tickets';
import { untilWords } from '@/words/timeWords';
import type { TicketRow } from '../../../../types/contract/tickets';
import { TicketHead } from '../TicketHead';
import { rowClock } from '../workClock';
import { GiveTo } from './GiveTo';

export interface LateProps {
  readonly row: TicketRow;
  readonly now: number;
  /** Whom to give it to stands below it. */
  readonly isOpen: boolean;
  readonly onOverride: (ticketId: string) => void;
  readonly onChanged: () => void;
}

/** Before anybody stands at the work it can be given to somebody else. */
export function canGive({ state }: TicketRow): boolean {
  return state === 'waiting' || state === 'offered' || state === 'accepted';
}

/** One that is late: by how much, of what, and whom to give it to. */
export function Late({ row, now, isOpen, onOverride, onChanged }: LateProps) {
  const { ticketId, title, place, assignee, state, clock } = row;
  const { time, below } = rowClock(row, now);
  const due = clock && `应 ${untilWords(clock.by, now)} 前${clockNames[clock.kind]}`;
  const whose = assignee ? `派给${assignee}` : stateNames[state];
  return (
    <Card id={`late-${ticketId}`}>
      <TicketHead
        {...{ ticketId, title, below: due ?? below }}
        isAlone
        line={`${place}，${whose}`}
        time={<View className="type-heading tabular tone-bad">{time}</View>}
      />
      {canGive(row) && (
        <View className="board__give">
          {isOpen ? (
            <GiveTo ticketId={ticketId} onChanged={onChanged} onMore={() => onOverride(ticketId)} />
          ) : (
            <Button kind="outline" label="改派" onTap={() => onOverride(ticketId)} />
          )}
        </View>
      )}
    </Card>
  );
}
