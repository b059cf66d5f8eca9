import { Button, Card, Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import { stateChip } from '@/words/tickets';
import type { TicketPage } from '../../../../types/contract/tickets';
import { useOutbox } from '../../../hooks/useOutbox';
import { OfHome } from '../OfHome';
import { lineOf } from './rowWords';
import { Waiting } from './Waiting';

const pageOf = ({ rows, next }: TicketPage) => ({ rows, next });
const none = {
  drawing: 'door',
  title: '还没有报修和反映',
  line: '拍张照片、说一句话就能报，师傅接单、到场都在这里看。',
} as const;

/** What was reported for the home: what has not been sent yet first, then the newest. */
export default function Tickets() {
  const { homeId: named } = useParameters();
  return (
    <OfHome name="tickets" homeId={named} line="绑定以后，报修和反映都在这里。" besides={<Unsent />}>
      {(homeId) => <TicketsOf key={homeId} homeId={homeId} />}
    </OfHome>
  );
}

function TicketsOf({ homeId }: { readonly homeId: string }) {
  const waiting = useOutbox(homeId);
  return (
    <Page name="tickets" footer={<Button label="报修或反映" onTap={() => open(pages.report, { homeId })} />}>
      <Unsent homeId={homeId} />
      <Sent key={waiting.length} homeId={homeId} hasWaiting={waiting.length > 0} />
    </Page>
  );
}

/** What has not left the phone; without a home, what will not leave it any more. */
function Unsent({ homeId }: { readonly homeId?: string }) {
  const waiting = useOutbox(homeId);
  if (waiting.length === 0) return null;
  return (
    <Card isFlush>
      {waiting.map((report) => (
        <Waiting key={report.requestId} report={report} />
      ))}
    </Card>
  );
}

function Sent({ homeId, hasWaiting }: { readonly homeId: string; readonly hasWaiting: boolean }) {
  const list = usePages('tickets.mine', { homeId, which: 'all' }, pageOf, {
    topics: ['tickets'],
    isKept: true,
  });
  const now = useNow();
  return (
    <PagedList
      list={list}
      title="报修记录暂时看不到"
      empty={hasWaiting ? undefined : none}
      moreLabel="更早的"
    >
      {(row) => (
        <Row
          key={row.ticketId}
          title={row.title}
          isCut
          line={lineOf(row, now)}
          chip={stateChip(row.state)}
          onTap={() => open(pages.ticket, { ticketId: row.ticketId })}
        />
      )}
    </PagedList>
  );
}
