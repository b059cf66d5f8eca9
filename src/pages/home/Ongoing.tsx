import { View } from '@tarojs/components';
import { Card, Chip, Row } from '@/components';
import { open, pages } from '@/services/routes';
import { stateChip } from '@/words/tickets';
import type { TicketRow } from '../../../types/contract/tickets';
import { type AtHome, courseOf } from './homeWords';
import { Unsent } from './Unsent';

/** What was reported for this home and is not done: the newest with its course, the others as rows; what has not been sent yet first. */
export function Ongoing({ home }: { readonly home: AtHome }) {
  const [newest, ...others] = home.tickets ?? [];
  return (
    <>
      <Unsent homeId={home.homeId} />
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
