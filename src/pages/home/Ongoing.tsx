import { View } from '@tarojs/components';
import { Card, Chip, Row } from '@/components';
import { useOutbox } from '@/hooks/useOutbox';
import { open, pages } from '@/services/routes';
import { stateChip, waitWords } from '@/words/tickets';
import type { TicketRow } from '../../../types/contract/tickets';
import { type AtHome, courseOf } from './homeWords';

/** What was reported for this home and is not done: the newest with its course, the others as rows; what has not been sent yet first. */
export function Ongoing({ home }: { readonly home: AtHome }) {
  // An emergency whose photos follow is there, and is one of the tickets.
  const waiting = useOutbox(home.homeId).filter(({ followed }) => followed === undefined);
  const [newest, ...others] = home.tickets ?? [];
  return (
    <>
      {waiting.length > 0 && (
        <Card isFlush>
          <Row
            icon="wrench"
            title={`${waiting.length} 条报修还没发出`}
            line={waitWords(waiting[0]?.missing)}
            chip={{ text: '等待发送', tone: 'warn' }}
            onTap={() => open(pages.tickets, { homeId: home.homeId })}
          />
        </Card>
      )}
      {newest && <Newest ticket={newest} />}
      {others.length > 0 && (
        <Card isFlush>
          {others.map((ticket) => (
            <Row
              key={ticket.ticketId}
              title={ticket.title}
              {...(ticket.assignee ? { line: ticket.assignee } : {})}
              chip={stateChip(ticket.state)}
              onTap={() => open(pages.ticket, { ticketId: ticket.ticketId })}
            />
          ))}
        </Card>
      )}
    </>
  );
}

function Newest({ ticket }: { readonly ticket: TicketRow }) {
  const { ticketId, title, assignee, state } = ticket;
  const chip = stateChip(state);
  const { stages, at } = courseOf(ticket);
  return (
    <Card id="ongoing" label={`${title}，${chip.text}`} onTap={() => open(pages.ticket, { ticketId })}>
      <View className="between">
        <View className="type-heading">{title}</View>
        <Chip {...chip} />
      </View>
      {assignee && <View className="type-second">{`${assignee}在办`}</View>}
      <View className="course">
        {stages.map((stage, index) => (
          <View
            key={stage}
            className={`course__stage${index < at ? ' course__stage--done' : index === at ? ' course__stage--now' : ''}`}
          >
            <View className="course__dot" />
            {stage}
          </View>
        ))}
      </View>
    </Card>
  );
}
