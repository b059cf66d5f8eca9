import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Card, Chip, Page, RemindMe } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { stateChip } from '@/words/tickets';
import type { TicketView } from '../../../../types/contract/tickets';
import { AddSheet } from './AddSheet';
import { Answers } from './Answers';
import { AppointmentCard } from './AppointmentCard';
import { CancelSheet } from './CancelSheet';
import { ClockCard } from './ClockCard';
import { EngineerCard } from './EngineerCard';
import { hasNextThing, NextThing } from './NextThing';
import { Outcome } from './Outcome';
import { Said } from './Said';
import { Steps } from './Steps';
import type { SheetProps, TicketProps, TicketSheet } from './ticketProps';
import { isMoving } from './ticketWords';
import './index.css';

/** One ticket, as its owner watches it: moves by itself (B5). */
export default function Ticket() {
  const { ticketId, isNew } = useParameters();
  const asked = useAnswer('tickets.ticket', ticketId === undefined ? undefined : { ticketId }, {
    ...{ topics: ['tickets'], isKept: true, isPending: isMoving },
  });
  const [sheet, show] = useState<TicketSheet>();
  usePullDown(asked.again);
  const ticket = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  // An answer that comes late closes its own sheet, not the one that was opened meanwhile.
  const close = () => show((open) => (open === sheet ? undefined : open));
  return (
    <Page
      name="ticket"
      banner={<AnswerBanner asked={asked} />}
      footer={ticket && hasNextThing(ticket) && <NextThing ticket={ticket} onShow={show} />}
      over={ticket && <Over ticket={ticket} sheet={sheet} onClose={close} onChanged={asked.take} />}
    >
      <Answered asked={asked} title="办理进度暂时看不到" cards={[3, 2, 4]}>
        {(shown) => <Content ticket={shown} isNew={isNew === '1'} onShow={show} onChanged={asked.take} />}
      </Answered>
    </Page>
  );
}

function Content({ ticket, isNew, onShow, onChanged }: TicketProps & { readonly isNew: boolean }) {
  const now = useNow();
  return (
    <>
      <Head ticket={ticket} />
      {isNew && (
        <Card>
          <View className="strong">已提交，物业收到了</View>
          <View className="type-second">进度在这里自己更新，不用刷新。</View>
          <RemindMe occasion="reported" label="有进展时微信提醒我" />
        </Card>
      )}
      <ClockCard ticket={ticket} now={now} />
      <AppointmentCard ticket={ticket} now={now} onChanged={onChanged} />
      <EngineerCard ticket={ticket} />
      <Answers ticket={ticket} now={now} onShow={onShow} onChanged={onChanged} />
      <Outcome ticket={ticket} now={now} />
      <Card>
        <Steps ticket={ticket} now={now} />
      </Card>
      <Said ticket={ticket} />
      {ticket.can.includes('tickets.cancel') && (
        <View className="link link--plain ticket__cancel" ariaRole="button" onClick={() => onShow('cancel')}>
          {ticket.type === 'repair' ? '不用修了，取消' : '不用办了，取消'}
        </View>
      )}
    </>
  );
}

function Head({ ticket }: { readonly ticket: TicketView }) {
  const { title, place, number, urgency, state } = ticket;
  return (
    <View>
      <View className="ticket__head">
        <View className="type-title ticket__title">{title}</View>
        <View className="ticket__chips">
          {urgency === 'emergency' && <Chip text="紧急" tone="bad" />}
          <Chip {...stateChip(state)} />
        </View>
      </View>
      <View className="type-second tabular ticket__where">
        <View>{place}</View>
        <View className="ticket__number">{`工单 ${number}`}</View>
      </View>
    </View>
  );
}

function Over({ sheet, ...shared }: SheetProps & { readonly sheet: TicketSheet }) {
  if (sheet === 'cancel') return <CancelSheet {...shared} />;
  return sheet === undefined ? null : <AddSheet key={sheet} what={sheet} {...shared} />;
}
