import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, EmptyState, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useConsent } from '@/hooks/useConsent';
import { useNow } from '@/hooks/useNow';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import type { CustomerDesk } from '../../../../types/contract/ticketDesks';
import type { TicketRow } from '../../../../types/contract/tickets';
import { RatingSheet } from '../case/RatingSheet';
import { RevisitSheet } from '../case/RevisitSheet';
import { DeskRow } from '../list/DeskRow';
import { Unsent } from '../take/Unsent';
import { useCommunity } from '../useCommunity';
import { WorkReminders } from '../WorkReminders';
import { Emergency } from './Emergency';
import { stillUnderWay } from './emergencySteps';
import { RatingCalls } from './RatingCalls';
import { Revisits } from './Revisits';
import './index.css';

/** Customer service's desk: what lives, whom to call back, whom to ask for a rating, what waits for an answer (B3, B6, B7, B10). */
export default function Customer() {
  const { communityId, unknown } = useCommunity();
  const asked = useAnswer('ticketDesks.customer', communityId === undefined ? undefined : { communityId }, {
    topics: ['work'],
    isKept: true,
  });
  usePullDown(asked.again);
  const [call, record] = useState<Call>();
  const sheet = {
    onClose: () => record(undefined),
    onChanged: () => {
      record(undefined);
      void asked.again();
    },
  };
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
        call &&
        (call.about === 'revisit' ? (
          <RevisitSheet ticketId={call.ticketId} {...sheet} />
        ) : (
          <RatingSheet ticketId={call.row.ticketId} type={call.row.type} {...sheet} />
        ))
      }
    >
      <Unsent communityId={communityId} />
      <Answered asked={unknown ?? asked} title="客服台暂时打不开" cards={[5, 4, 4]}>
        {(desk) => (
          <>
            <Card isFlush>
              <Row
                id="find-ticket"
                icon="search"
                title="找工单"
                line="有人打电话来问，按房号或编号找；没办完的都在里面"
                onTap={() => open(pages.findTicket, { communityId: communityId ?? '' })}
              />
            </Card>
            <Desk desk={desk} communityId={communityId ?? ''} onRecord={record} />
            <WorkReminders consent={consent} />
          </>
        )}
      </Answered>
    </Page>
  );
}

/** The call whose answer is being written down. */
type Call =
  | { readonly about: 'revisit'; readonly ticketId: string }
  | { readonly about: 'rating'; readonly row: TicketRow };

interface DeskProps {
  readonly desk: CustomerDesk;
  readonly communityId: string;
  readonly onRecord: (call: Call) => void;
}

function Desk({ desk, communityId, onRecord }: DeskProps) {
  // An answer that an older version has left on the phone has none.
  const { revisits, ratingCalls = [], inbox, inboxCount } = desk;
  const emergencies = stillUnderWay(desk);
  const now = useNow();
  if (emergencies.length + revisits.length + ratingCalls.length + inbox.length === 0)
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
          <Revisits
            {...{ rows: revisits, now }}
            onRecord={(ticketId) => onRecord({ about: 'revisit', ticketId })}
          />
        </>
      )}
      {ratingCalls.length > 0 && (
        <>
          <Heading title="打电话问满意度" count={`${ratingCalls.length} 单`} note="对方没有微信" />
          <RatingCalls
            {...{ rows: ratingCalls, now }}
            onRecord={(row) => onRecord({ about: 'rating', row })}
          />
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
