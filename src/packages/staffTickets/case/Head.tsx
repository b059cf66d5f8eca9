import { View } from '@tarojs/components';
import { Card, Facts, Icon } from '@/components';
import { callPhone } from '@/services/device';
import { open, pages } from '@/services/routes';
import { channelNames, clockNames } from '@/words/tickets';
import { momentWords } from '@/words/timeWords';
import type { TicketView } from '../../../../types/contract/tickets';
import { TicketChips } from '../TicketChips';
import { useCallOwner } from '../useCallOwner';
import { clockFact } from '../workClock';
import { gradeWords } from './caseActs';

/** What and where, its clocks as they were kept, whom to call, why whoever has it has it. */
export function Head({ ticket, now }: { readonly ticket: TicketView; readonly now: number }) {
  const { title, place, number, channel, reportedAt, grade, clocks, contact, engineer, because, can } =
    ticket;
  const { isGradeSuggested } = ticket;
  const callOwner = useCallOwner();
  return (
    <Card>
      <TicketChips ticket={ticket} />
      <View className="type-title desk-ticket__title">{title}</View>
      <View className="type-second">{`${place}，${channelNames[channel]}，${momentWords(reportedAt, now)}`}</View>
      <View className="rule" />
      <Facts
        facts={[
          { name: '编号', value: number },
          ...(grade ? [{ name: '投诉级别', value: gradeWords(grade, isGradeSuggested) }] : []),
          ...clocks.map((clock, index) => {
            const { time, below, isLate } = clockFact(clock, now);
            return {
              id: `${clock.kind}-${index}`,
              name: clockNames[clock.kind],
              value: `${time}，${below}`,
              ...(isLate ? { tone: 'bad' as const } : {}),
            };
          }),
        ]}
      />
      {contact && (
        <Call
          {...{ who: contact.name, whose: '业主', phone: contact.phone }}
          {...(can.includes('ticketWork.openContact')
            ? { onTap: () => void callOwner(ticket.ticketId) }
            : {})}
        />
      )}
      {engineer && (
        <Call
          {...{ who: engineer.name, whose: '师傅', phone: engineer.phone }}
          onTap={() => callPhone(engineer.phone)}
        />
      )}
      {because && can.includes('ticketWork.why') && (
        <View
          className="desk-ticket__why type-second"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => open(pages.dispatchWhy, { ticketId: ticket.ticketId })}
        >
          {because}
          <Icon name="chevron-right" />
        </View>
      )}
    </Card>
  );
}

interface CallProps {
  readonly who: string;
  readonly whose: string;
  readonly phone: string;
  readonly onTap?: () => void;
}

/** A name and a number, a call away where this reader may call. */
function Call({ who, whose, phone, onTap }: CallProps) {
  const button = onTap
    ? {
        onClick: onTap,
        hoverClass: 'pressed',
        ariaRole: 'button',
        ariaLabel: `打给${whose}${who}`,
      }
    : {};
  return (
    <View className="between desk-ticket__call" {...button}>
      <View>{`${whose} ${who}`}</View>
      <View className="beside tabular">
        {phone}
        {onTap && <Icon name="phone" />}
      </View>
    </View>
  );
}
