import { Text, View } from '@tarojs/components';
import { Card, Icon } from '@/components';
import type { TicketView } from '../../../../types/contract/tickets';
import { momentWords } from '../../../words/timeWords';
import { countdownOf, pauseWords } from './ticketWords';

/** What remains, large; what it is for; until when and what happens then. A pause says why the clock stands still. */
export function ClockCard({ ticket, now }: { readonly ticket: TicketView; readonly now: number }) {
  if (ticket.paused) {
    return (
      <Card>
        <View className="type-second">暂停计时</View>
        <View className="type-heading">{pauseWords(ticket.paused, ticket.appointment)}</View>
        <View className="type-second">{`${momentWords(ticket.paused.since, now)}起`}</View>
      </Card>
    );
  }
  const left = countdownOf(ticket, now);
  if (!left) return null;
  const tone = left.isLate ? 'tone-bad' : 'tone-brand';
  return (
    <Card>
      <View className="ring-line">
        <View className="ring-line__words">
          <View className="type-second">{left.label}</View>
          <View className="ring-line__left">
            {`${left.lead} `}
            <Text className={`${tone} tabular ${left.unit ? 'ring-line__number' : 'type-big'}`}>
              {left.number}
            </Text>
            {left.unit && ` ${left.unit}`}
          </View>
          <View className="type-second">{left.line}</View>
        </View>
        <View className={`ring ${tone}`} style={{ background: arc(left.share) }} ariaHidden>
          <View className="ring__hole">
            <Icon name={ticket.type === 'repair' ? 'wrench' : 'messages'} />
          </View>
        </View>
      </View>
    </Card>
  );
}

/** As much of the ring as is left, from the top, clockwise. */
function arc(share: number): string {
  const percent = `${Math.round(share * 100)}%`;
  return `conic-gradient(currentColor ${percent}, var(--still) ${percent})`;
}
