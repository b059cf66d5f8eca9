import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, EmptyState, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useConsent } from '@/hooks/useConsent';
import { useNow } from '@/hooks/useNow';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import type { CustomerDesk } from '../../../../types/contract/ticketDesks';
import { RevisitSheet } from '../case/RevisitSheet';
import { DeskRow } from '../list/DeskRow';
import { useCommunity } from '../useCommunity';
import { WorkReminders } from '../WorkReminders';
import { Emergency } from './Emergency';
import { Revisits } from './Revisits';
import './index.css';

/** Customer service's desk: what lives, whom to call back, what waits for an answer (B3, B7, B10). */
export default function Customer() {
  const { communityId, unknown } = useCommunity();
  const asked = useAnswer('ticketDesks.customer', communityId === undefined ? undefined : { communityId }, {
    topics: ['work'],
    isKept: true,
  });
  usePullDown(asked.again);
  const [revisit, record] = useState<string>();
  const consent = useConsent('work');
  return (
    <Page
      name="customer"
      banner={<AnswerBanner asked={asked} />}
      footer={
        communityId && (
          <Button icon="plus" label="记一条" onTap={() => open(pages.takeReport, { communityId })} />
        )
      }
      over={
        revisit && (
          <RevisitSheet
            ticketId={revisit}
            onClose={() => record(undefined)}
            onChanged={() => {
              record(undefined);
              void asked.again();
            }}
          />
        )
      }
    >
      <Answered asked={unknown ?? asked} title="客服台暂时打不开" cards={[5, 4, 4]}>
        {(desk) => (
          <>
            <Desk desk={desk} communityId={communityId ?? ''} onRecord={record} />
            <WorkReminders consent={consent} />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface DeskProps {
  readonly desk: CustomerDesk;
  readonly communityId: string;
  readonly onRecord: (ticketId: string) => void;
}

function Desk({ desk, communityId, onRecord }: DeskProps) {
  const { emergencies, revisits, inbox, inboxCount } = desk;
  const now = useNow();
  if (emergencies.length + revisits.length + inbox.length === 0)
    return (
      <EmptyState
        drawing="letterbox"
        title="现在没有要办的"
        line="紧急工单、该回访的和要答复的会出现在这里。"
      />
    );
  return (
    <>
      {emergencies.length > 0 && (
        <Heading title="紧急" count={`${emergencies.length} 单`} note="您全程跟到回访" />
      )}
      {emergencies.map((row) => (
        <Emergency key={row.ticketId} row={row} now={now} />
      ))}
      {revisits.length > 0 && (
        <>
          <Heading title="该回访" count={`${revisits.length} 单`} note="按最近的时限排" />
          <Revisits rows={revisits} now={now} onRecord={onRecord} />
        </>
      )}
      {inbox.length > 0 && (
        <>
          <Heading title="收件箱" count={`${inboxCount} 条`} />
          <Card isFlush>
            {inbox.map((row) => (
              <DeskRow key={row.ticketId} row={row} now={now} />
            ))}
          </Card>
          {inboxCount > inbox.length && (
            <Button
              kind="quiet"
              label="看全部"
              onTap={() => open(pages.deskTickets, { communityId, which: 'inbox' })}
            />
          )}
        </>
      )}
    </>
  );
}

interface HeadingProps {
  readonly title: string;
  readonly count: string;
  readonly note?: string;
}

function Heading({ title, count, note }: HeadingProps) {
  return (
    <View className="between">
      <View className="beside">
        <View className="type-heading">{title}</View>
        <View className="type-second">{count}</View>
      </View>
      {note && <View className="type-second">{note}</View>}
    </View>
  );
}
