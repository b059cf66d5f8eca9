import { View } from '@tarojs/components';
import { Button, Card } from '@/components';
import { open, pages } from '@/services/routes';
import { shortMomentWords } from '@/words/timeWords';
import type { TicketRow } from '../../../../types/contract/tickets';
import { useCallOwner } from '../useCallOwner';
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
          <View key={ticketId} id={`rating-${ticketId}`} className="customer__revisit">
            <View
              className="between"
              hoverClass="pressed"
              ariaRole="button"
              onClick={() => open(pages.deskTicket, { ticketId })}
            >
              <View className="customer__what">
                <View className="two-lines">{title}</View>
                <View className="type-second">{place}</View>
              </View>
              <View className="between__end customer__clock">
                <View className="tabular">{shortMomentWords(movedAt, now)}</View>
                <View className="type-second">办完</View>
              </View>
            </View>
            <View className="customer__calls">
              <CallButton label="打电话" onTap={() => void callOwner(ticketId)} />
              <Button kind="quiet" label="记评价" onTap={() => onRecord(row)} />
            </View>
          </View>
        );
      })}
    </Card>
  );
}
