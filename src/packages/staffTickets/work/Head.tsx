import { View } from '@tarojs/components';
import { Card, Icon } from '@/components';
import { useNow } from '@/hooks/useNow';
import { clockNames } from '@/words/tickets';
import type { ClockView, TicketView } from '../../../../types/contract/tickets';
import { Countdown } from '../Countdown';
import { TicketChips } from '../TicketChips';
import { useCallOwner } from '../useCallOwner';
import { clockFact, isRunning } from '../workClock';
import { visitLine } from './workWords';

/** Clocks that concern whoever does the work. */
const workClocks: readonly string[] = ['respond', 'arrive', 'close'];

/** What is counted down above, and what stands still (the page says why), is not said twice. */
function isShown({ kind, pausedSince }: ClockView, counted: ClockView | undefined): boolean {
  return workClocks.includes(kind) && pausedSince === undefined && kind !== counted?.kind;
}

/** What, where, whose, a call away; how its clocks were kept. */
export function Head({ ticket }: { readonly ticket: TicketView }) {
  const { ticketId, title, place, contact, number, clock, clocks, can } = ticket;
  const callOwner = useCallOwner();
  const now = useNow();
  const visit = visitLine(ticket, now);
  const counted = clock && isRunning(clock) ? clock : undefined;
  const shown = clocks.filter((one) => isShown(one, counted));
  return (
    <Card>
      <View className="stack">
        <TicketChips ticket={ticket} />
        <View className="head">
          <View className="head__words">
            <View className="type-title">{title}</View>
            <View className="tabular">{contact ? `${place}，${contact.name}` : place}</View>
            <View className="type-second tabular">{`工单 ${number}`}</View>
            {visit && <View className="type-second tabular">{visit}</View>}
          </View>
          {contact && can.includes('ticketWork.openContact') && (
            <View
              id="call-owner"
              className="head__call"
              hoverClass="pressed"
              ariaRole="button"
              ariaLabel={`打电话给${contact.name}`}
              onClick={() => void callOwner(ticketId)}
            >
              <Icon name="phone" />
            </View>
          )}
        </View>
        <Countdown ticket={ticket} />
        {shown.length > 0 && (
          <View className="head__clocks">
            {shown.map((clock) => {
              const { time, below, isLate } = clockFact(clock, now);
              const kept = clock.stoppedAt === undefined ? '' : ' tone-good';
              return (
                <View key={clock.kind} className="head__clock">
                  <View className="type-second">{clockNames[clock.kind]}</View>
                  <View className="type-heading tabular">{time}</View>
                  <View className={`type-second tabular${isLate ? ' tone-bad' : kept}`}>{below}</View>
                </View>
              );
            })}
          </View>
        )}
      </View>
    </Card>
  );
}
