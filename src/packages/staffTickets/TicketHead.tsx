import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { open, pages } from '@/services/routes';

export interface TicketHeadProps {
  readonly ticketId: string;
  readonly title: string;
  /** The card is about this ticket alone. */
  readonly isAlone?: boolean;
  readonly line: string;
  /** A time, and what it is. */
  readonly time: ReactNode;
  readonly below: string;
}

/** The head of what a desk does about one ticket: what and where, beside it a time; opens the ticket. */
export function TicketHead({ ticketId, title, isAlone = false, line, time, below }: TicketHeadProps) {
  return (
    <View
      className="between ticket-head"
      hoverClass="pressed"
      ariaRole="button"
      onClick={() => open(pages.deskTicket, { ticketId })}
    >
      <View className="ticket-head__what">
        <View className={`two-lines${isAlone ? ' type-heading' : ''}`}>{title}</View>
        <View className="type-second">{line}</View>
      </View>
      <View className="between__end ticket-head__time">
        {time}
        <View className="type-second">{below}</View>
      </View>
    </View>
  );
}
