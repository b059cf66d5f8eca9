import { View } from '@tarojs/components';
import { Button, Card } from '@/components';
import { shortMomentWords } from '@/words/timeWords';
import type { TicketRow } from '../../../../types/contract/tickets';
import { useCallOwner } from '../useCallOwner';
import { CallRow } from './CallRow';
import { CallButton } from './Emergency';

export interface RatingCallsProps {
  readonly rows: readonly TicketRow[];
  readonly now: number;
  readonly onRecord: (row: TicketRow) => void;
}

/** Whom to ask on the phone whether they are satisfied, since when it is done, and what they said. */
export function RatingCalls({ rows, now, onRecord }: RatingCallsProps) {
  const callOwner = useCallOwner();
  return (
    <Card isFlush>
      {rows.map((row) => {
        const { ticketId, title, place, movedAt } = row;
        return (
          <CallRow
            key={ticketId}
            id={`rating-${ticketId}`}
            {...{ ticketId, title, line: place, below: '办完' }}
            time={<View className="tabular">{shortMomentWords(movedAt, now)}</View>}
          >
            <CallButton label="打电话" onTap={() => void callOwner(ticketId)} />
            <Button kind="quiet" label="记评价" onTap={() => onRecord(row)} />
          </CallRow>
        );
      })}
    </Card>
  );
}
