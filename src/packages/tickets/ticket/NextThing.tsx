import { Button } from '@/components';
import { open, pages } from '@/services/routes';
import type { TicketView } from '../../../../types/contract/tickets';
import type { TicketProps } from './ticketProps';

/** Whether there is anything: else the page has no foot. */
export function hasNextThing({ can }: TicketView): boolean {
  return (['tickets.acceptWork', 'tickets.rate', 'tickets.add'] as const).some((one) => can.includes(one));
}

/** The one thing this reader should do now, and what else may be. */
export function NextThing({ ticket, onShow }: Omit<TicketProps, 'onChanged'>) {
  const { ticketId, can } = ticket;
  if (can.includes('tickets.acceptWork')) {
    return (
      <>
        <Button label="验收签字" onTap={() => open(pages.signTicket, { ticketId })} />
        <Button kind="quiet" label="还没修好" onTap={() => onShow('reject')} />
      </>
    );
  }
  if (can.includes('tickets.rate')) {
    return <Button label="评价" onTap={() => open(pages.rateTicket, { ticketId })} />;
  }
  if (!can.includes('tickets.add')) return null;
  return <Button kind="outline" icon="camera" label="补充说明或照片" onTap={() => onShow('add')} />;
}
