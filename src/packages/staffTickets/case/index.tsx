import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import type { TicketView } from '../../../../types/contract/tickets';
import { WhatIsReported } from '../WhatIsReported';
import { visitLine } from '../work/workWords';
import { CaseSheet } from './CaseSheets';
import { actName, actsOf, type CaseAct } from './caseActs';
import { Head } from './Head';
import { Outcome } from './Outcome';
import { Told } from './Told';
import './index.css';

/** One ticket as a desk sees it: everything about it, and what may be done with it now. */
export default function DeskTicket() {
  const { ticketId = '' } = useParameters();
  const asked = useAnswer('tickets.ticket', { ticketId }, { topics: ['work', 'tickets'] });
  usePullDown(asked.again);
  const [act, show] = useState<CaseAct>();
  const ticket = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  const first = ticket && actsOf(ticket).first;
  // An answer that comes late closes its own sheet, not the one that was opened meanwhile.
  const close = () => show((open) => (open === act ? undefined : open));
  return (
    <Page
      name="desk-ticket"
      banner={<AnswerBanner asked={asked} />}
      footer={first && <Button label={actName(first)} onTap={() => show(first)} />}
      over={
        act &&
        ticket && (
          <CaseSheet
            {...{ act, ticket, ticketId }}
            onClose={close}
            onChanged={(changed) => {
              close();
              asked.take(changed);
            }}
          />
        )
      }
    >
      <Answered asked={asked} title="工单暂时看不到" cards={[4, 3, 6]}>
        {(value) => <Whole ticket={value} onAct={show} />}
      </Answered>
    </Page>
  );
}

/** Somebody is still to come to the place. */
function isToCome({ state }: TicketView): boolean {
  return ['waiting', 'offered', 'accepted', 'paused'].includes(state);
}

function Whole({ ticket, onAct }: { readonly ticket: TicketView; readonly onAct: (act: CaseAct) => void }) {
  const now = useNow();
  const { others } = actsOf(ticket);
  const visit = isToCome(ticket) ? visitLine(ticket, now) : undefined;
  return (
    <>
      <Head ticket={ticket} now={now} />
      {visit && <Card>{visit}</Card>}
      <Card>
        <View className="type-second">反映的内容</View>
        <WhatIsReported ticket={ticket} />
      </Card>
      <Outcome ticket={ticket} now={now} />
      {others.length > 0 && (
        <Card isFlush>
          {others.map((one) => (
            <Row key={one} id={`act-${one.split('.')[1]}`} title={actName(one)} onTap={() => onAct(one)} />
          ))}
        </Card>
      )}
      <Card>
        <Told ticket={ticket} now={now} />
      </Card>
    </>
  );
}
