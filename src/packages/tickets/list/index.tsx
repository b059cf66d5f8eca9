import { Button, Card, EmptyState, Page, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import { keep, recall } from '@/services/storage';
import { lookedAt, useMe } from '@/stores/me';
import { stateChip, typeNames, waitWords } from '@/words/tickets';
import type { TicketPage } from '../../../../types/contract/tickets';
import { useOutbox } from '../../../hooks/useOutbox';
import { isSure } from '../../../services/device';
import { dropFile } from '../../../services/media';
import { outbox, type WaitingReport } from '../../../services/outbox';
import { dropSent } from '../../../services/uploads';
import { draftName, draftOf, isWritten, type ReportDraft } from '../report/reportDraft';
import { lineOf } from './rowWords';

const pageOf = ({ rows, next }: TicketPage) => ({ rows, next });
const none = {
  drawing: 'door',
  title: '还没有报修和反映',
  line: '拍张照片、说一句话就能报，师傅接单、到场都在这里看。',
} as const;

/** What was reported for the home: what has not been sent yet first, then the newest. */
export default function Tickets() {
  const { homeId: named } = useParameters();
  const looked = useMe((state) => lookedAt(state)?.homeId);
  const homeId = named ?? looked;
  return homeId === undefined ? (
    <Page name="tickets" footer={<Button label="绑定房屋" onTap={() => open(pages.bind)} />}>
      <EmptyState title="还没有绑定房屋" line="绑定以后，报修和反映都在这里。" />
    </Page>
  ) : (
    <TicketsOf homeId={homeId} />
  );
}

function TicketsOf({ homeId }: { readonly homeId: string }) {
  const waiting = useOutbox(homeId);
  // What has left the phone meanwhile is in the list anew.
  return (
    <Page name="tickets" footer={<Button label="报修或反映" onTap={() => open(pages.report, { homeId })} />}>
      {waiting.length > 0 && (
        <Card isFlush>
          {waiting.map((report) => (
            <Waiting key={report.requestId} report={report} />
          ))}
        </Card>
      )}
      <Sent key={waiting.length} homeId={homeId} hasWaiting={waiting.length > 0} />
    </Page>
  );
}

function Waiting({ report }: { readonly report: WaitingReport }) {
  const { requestId, homeId, said, photos, refusal } = report;
  const words = said.text || `语音${typeNames[said.type]}`;
  const change = async () => {
    if (!(await mayReplace(homeId))) return;
    const back = outbox.takeBack(requestId);
    // On its way after all.
    if (!back) return;
    dropDraft(homeId);
    keep(draftKey(homeId), draftOf(back));
    open(pages.report, { homeId });
  };
  return (
    <Row
      title={words.slice(0, 24)}
      line={
        refusal
          ? `${refusal.sentence}点这里修改`
          : `${waitWords(report.missing)}${photos.length > 0 ? `，带 ${photos.length} 张照片` : ''}`
      }
      chip={refusal ? { text: '没有发出', tone: 'bad' } : { text: '等待发送', tone: 'warn' }}
      {...(refusal ? { onTap: () => void change() } : {})}
    />
  );
}

function draftKey(homeId: string): string {
  return `draft:${draftName(homeId)}`;
}

/** There is one draft of a home: what is being written gives way only where the person says so. */
async function mayReplace(homeId: string): Promise<boolean> {
  if (!isWritten(recall<ReportDraft>(draftKey(homeId)))) return true;
  return isSure('您还有一份没写完', '现在改这一份，没写完的那份会清空。想留着就先把它提交。', '清空它');
}

function dropDraft(homeId: string): void {
  const { photos = [], voice = [] } = recall<ReportDraft>(draftKey(homeId)) ?? {};
  for (const { path, fileId } of [...photos, ...voice]) {
    dropFile(path);
    if (fileId !== undefined) dropSent(fileId);
  }
}

function Sent({ homeId, hasWaiting }: { readonly homeId: string; readonly hasWaiting: boolean }) {
  const list = usePages('tickets.mine', { homeId, which: 'all' }, pageOf);
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
