import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Card, Chip, Icon, Page, Refusal, Row } from '@/components';
import { PhotoStrip } from '@/components/PhotoStrip/PhotoStrip';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import { stateChip } from '@/words/tickets';
import { clockWords } from '@/words/timeWords';
import type { TicketView } from '../../../../types/contract/tickets';
import { WhatIsReported } from '../WhatIsReported';
import { Checklist } from './Checklist';
import { Head } from './Head';
import { Materials } from './Materials';
import { NextStep } from './NextStep';
import { NotMine } from './NotMine';
import { Over } from './Over';
import { Photos } from './Photos';
import type { WorkSheet } from './workProps';
import { checkInOf, comebackOf, isNotMine, pauseLine } from './workWords';
import './index.css';

/** One ticket in my hands, from the door to the signature (B5). What is shown to do, `can` says. */
export default function Work() {
  const { ticketId } = useParameters();
  const asked = useAnswer('tickets.ticket', ticketId === undefined ? undefined : { ticketId }, {
    topics: ['work', 'tickets'],
    isKept: true,
  });
  usePullDown(asked.again);
  const [sheet, show] = useState<WorkSheet>();
  const ticket = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  return (
    <Page
      name="work-ticket gloves"
      banner={<AnswerBanner asked={asked} />}
      footer={ticket && <NextStep ticket={ticket} onChanged={asked.take} onShow={show} />}
      over={
        ticket &&
        sheet && (
          <Over
            ticket={ticket}
            sheet={sheet}
            onChanged={asked.take}
            onClose={() => show(undefined)}
            onAway={() => {
              show(undefined);
              void asked.again();
            }}
          />
        )
      }
    >
      {isNotMine(asked.answer) ? (
        <NotMine />
      ) : (
        <Answered asked={asked} title="工单暂时看不到" cards={[4, 2, 5]}>
          {(shown) => (
            <>
              <Head ticket={shown} />
              <Standing ticket={shown} />
              <Reported ticket={shown} />
              <CheckedIn ticket={shown} />
              <Checklist ticket={shown} onChanged={asked.take} />
              <Photos ticket={shown} onChanged={asked.take} />
              <Materials ticket={shown} onChanged={asked.take} onAdd={() => show('material')} />
              <Linked ticket={shown} />
            </>
          )}
        </Answered>
      )}
    </Page>
  );
}

/** Why it came back, why it stands still. */
function Standing({ ticket }: { readonly ticket: TicketView }) {
  const comeback = comebackOf(ticket);
  return (
    <>
      {comeback && (
        <Refusal title="业主反映还没修好" sentence={comeback.note ?? '请再去看一次。'}>
          <PhotoStrip files={comeback.files ?? []} label="业主拍的照片" />
        </Refusal>
      )}
      {ticket.paused && <Refusal tone="info" title="暂停，不计时" sentence={pauseLine(ticket)} />}
    </>
  );
}

function Reported({ ticket }: { readonly ticket: TicketView }) {
  const { ticketId, because, can, spot } = ticket;
  return (
    <Card>
      <View className="stack">
        <View className="type-heading">{spot ? `业主说的，${spot}` : '业主说的'}</View>
        <WhatIsReported ticket={ticket} />
        {because && can.includes('ticketWork.why') && (
          <Row title={because} icon="info" onTap={() => open(pages.dispatchWhy, { ticketId })} />
        )}
      </View>
    </Card>
  );
}

function CheckedIn({ ticket }: { readonly ticket: TicketView }) {
  const step = checkInOf(ticket);
  if (!step) return null;
  return (
    <Card>
      <View className="part">
        <View className="part__done">
          <Icon name="check" />
        </View>
        <View className="part__title type-heading">签到</View>
        <View className="type-second tabular">{clockWords(step.at)}</View>
      </View>
      {step.note && <View className="type-second part__below">{step.note}</View>}
    </Card>
  );
}

function Linked({ ticket }: { readonly ticket: TicketView }) {
  const tasks = ticket.links.filter(({ relation }) => relation === 'task');
  if (tasks.length === 0) return null;
  return (
    <Card isFlush>
      {tasks.map(({ ticketId, title, state, assignee }) => (
        <Row
          key={ticketId}
          title={title}
          line={assignee ?? '还没有人接'}
          end={<Chip {...stateChip(state)} />}
        />
      ))}
    </Card>
  );
}
