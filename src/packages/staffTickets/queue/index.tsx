import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, EmptyState, Page, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useConsent } from '@/hooks/useConsent';
import { useNow } from '@/hooks/useNow';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import type { TicketRow } from '../../../../types/contract/tickets';
import type { WorkQueue } from '../../../../types/contract/ticketWork';
import { DeclineSheet } from '../DeclineSheet';
import { TransferSheet } from '../TransferSheet';
import { Unsent } from '../take/Unsent';
import { useCommunity } from '../useCommunity';
import { WorkReminders } from '../WorkReminders';
import { Me } from './Me';
import { Offer } from './Offer';
import { isOutdated } from './outdated';
import { QueueRows } from './QueueRows';
import { TakeSheet } from './TakeSheet';
import './index.css';

/** What lies over the queue, and which ticket it is about. */
export type QueueSheet =
  | { readonly kind: 'transfer' | 'decline'; readonly ticketId: string }
  | { readonly kind: 'take'; readonly row: TicketRow };

/** My own queue: what waits for my answer, then what is in my hands by nearest clock, then what anybody may take (B2, B5). */
export default function Queue() {
  const { communityId, unknown } = useCommunity();
  const asked = useAnswer('ticketWork.queue', communityId === undefined ? undefined : { communityId }, {
    topics: ['work'],
    isKept: true,
  });
  usePullDown(asked.again);
  const [sheet, show] = useState<QueueSheet>();
  const { run, isBusy, refusal } = useChange('ticketWork.accept');
  const [tried, setTried] = useState<string>();
  const consent = useConsent('work');
  const accept = async (ticketId: string) => {
    consent.addSilently();
    setTried(ticketId);
    const taken = await run({ ticketId });
    show(undefined);
    void asked.again();
    if (taken) open(pages.workTicket, { ticketId });
  };
  return (
    <Page
      name="queue gloves"
      banner={<AnswerBanner asked={asked} />}
      footer={
        communityId && (
          <Button icon="plus" label="记一条" onTap={() => open(pages.takeReport, { communityId })} />
        )
      }
      over={
        sheet && (
          <Over
            sheet={sheet}
            isTaking={isBusy}
            onTake={accept}
            onClose={() => show(undefined)}
            onDone={() => {
              show(undefined);
              void asked.again();
            }}
          />
        )
      }
    >
      <Unsent communityId={communityId} />
      <Answered asked={unknown ?? asked} title="工单暂时看不到" cards={[2, 6, 4]}>
        {(queue) => (
          <>
            {communityId && (
              <Me queue={queue} communityId={communityId} consent={consent} onChanged={asked.again} />
            )}
            {queue.isOnDuty && <WorkReminders consent={consent} />}
            {refusal && !isOutdated(refusal, tried, queue) && (
              <Refusal title="没有接成" sentence={refusal.sentence} />
            )}
            <Lists
              queue={queue}
              isBusy={isBusy}
              isReminded={consent.canAsk && consent.left > 0}
              onAccept={accept}
              onShow={show}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface ListsProps {
  readonly queue: WorkQueue;
  readonly isBusy: boolean;
  /** WeChat may tell of the next one. */
  readonly isReminded: boolean;
  readonly onAccept: (ticketId: string) => Promise<void>;
  readonly onShow: (sheet: QueueSheet) => void;
}

function Lists({ queue, isBusy, isReminded, onAccept, onShow }: ListsProps) {
  const { offered, next, open: anybodys, isOnDuty } = queue;
  const now = useNow();
  if (offered.length + next.length + anybodys.length === 0)
    return isOnDuty ? (
      <EmptyState
        drawing="letterbox"
        title="现在没有工单"
        line={`有新工单会马上出现在这里${isReminded ? '，微信也会提醒您' : ''}。`}
      />
    ) : (
      <EmptyState drawing="letterbox" title="您现在不在岗" line="打开右上方的开关，就会收到工单。" />
    );
  return (
    <>
      {offered.map((ticket) => (
        <Offer
          key={ticket.ticketId}
          ticket={ticket}
          isBusy={isBusy}
          onAccept={() => void onAccept(ticket.ticketId)}
          onShow={(kind) => onShow({ kind, ticketId: ticket.ticketId })}
        />
      ))}
      {next.length > 0 && (
        <QueueRows
          title="接下来"
          note="按最近的时限排"
          rows={next}
          now={now}
          onTap={({ ticketId }) => open(pages.workTicket, { ticketId })}
        />
      )}
      {anybodys.length > 0 && (
        <QueueRows
          title="大家都能接"
          note="您会修这些"
          rows={anybodys}
          now={now}
          onTap={(row) => onShow({ kind: 'take', row })}
        />
      )}
      {next.length === 0 && offered.length === 0 && (
        <View className="type-second">手上没有工单，可以从上面接一单。</View>
      )}
    </>
  );
}

interface OverProps {
  readonly sheet: QueueSheet;
  readonly isTaking: boolean;
  readonly onTake: (ticketId: string) => Promise<void>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Over({ sheet, isTaking, onTake, onClose, onDone }: OverProps) {
  if (sheet.kind === 'take')
    return (
      <TakeSheet
        row={sheet.row}
        isBusy={isTaking}
        onTake={() => void onTake(sheet.row.ticketId)}
        onClose={onClose}
      />
    );
  const { kind, ticketId } = sheet;
  const Away = kind === 'transfer' ? TransferSheet : DeclineSheet;
  return <Away ticketId={ticketId} onClose={onClose} onDone={onDone} />;
}
