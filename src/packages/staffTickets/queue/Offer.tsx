import { View } from '@tarojs/components';
import { Button, Card, Icon } from '@/components';
import { open, pages } from '@/services/routes';
import type { TicketView } from '../../../../types/contract/tickets';
import { Countdown } from '../Countdown';
import { TicketChips } from '../TicketChips';
import { WhatIsReported } from '../WhatIsReported';

export interface OfferProps {
  readonly ticket: TicketView;
  readonly isBusy: boolean;
  readonly onAccept: () => void;
  readonly onShow: (what: 'transfer' | 'decline') => void;
}

/** What waits for my answer, opened: the clock, what is said, why it is mine, and one large way to take it. */
export function Offer({ ticket, isBusy, onAccept, onShow }: OfferProps) {
  const { ticketId, title, place, contact, because, can } = ticket;
  return (
    <Card id={`offer-${ticketId}`}>
      <View className="stack">
        <TicketChips ticket={ticket} />
        <Countdown ticket={ticket} />
        <View>
          <View className="type-title">{title}</View>
          <View className="tabular">{contact ? `${place}，${contact.name}` : place}</View>
        </View>
        <WhatIsReported ticket={ticket} />
        {because && (
          <View
            className="queue__because"
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => open(pages.dispatchWhy, { ticketId })}
          >
            <Icon name="info" />
            <View className="queue__because-words">{`派给您：${because}`}</View>
            <Icon name="chevron-right" />
          </View>
        )}
        {can.includes('ticketWork.accept') && (
          <Button label="接单" isBusy={isBusy} busyLabel="正在接单" onTap={onAccept} />
        )}
        <View className="quiet-pair">
          {can.includes('ticketWork.transfer') && (
            <Button kind="quiet" label="转给同事" isDisabled={isBusy} onTap={() => onShow('transfer')} />
          )}
          {can.includes('ticketWork.decline') && (
            <Button kind="quiet" label="这单接不了" isDisabled={isBusy} onTap={() => onShow('decline')} />
          )}
        </View>
      </View>
    </Card>
  );
}
