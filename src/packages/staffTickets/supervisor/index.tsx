import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useConsent } from '@/hooks/useConsent';
import { useNow } from '@/hooks/useNow';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import type { SupervisorBoard } from '../../../../types/contract/ticketDesks';
import { dayOf, type Instant } from '../../../../types/day';
import { OverrideSheet } from '../case/OverrideSheet';
import type { Wanted } from '../list/listWords';
import { openList } from '../list/openList';
import { Unsent } from '../take/Unsent';
import { useCommunity } from '../useCommunity';
import { WorkReminders } from '../WorkReminders';
import { Estate } from './Estate';
import { Figures } from './Figures';
import { canGive, Late } from './Late';
import { Staff } from './Staff';
import './index.css';

/** The supervisor's board: today's figures, what is late and whom to give it to, who is busy, where it is (B4). */
export default function Supervisor() {
  const { communityId, unknown } = useCommunity();
  const asked = useAnswer('ticketDesks.supervisor', communityId === undefined ? undefined : { communityId }, {
    topics: ['work'],
    isKept: true,
  });
  usePullDown(asked.again);
  const [ticketId, override] = useState<string>();
  const consent = useConsent('work');
  const changed = () => {
    override(undefined);
    void asked.again();
  };
  return (
    <Page
      name="board"
      banner={<AnswerBanner asked={asked} />}
      over={
        ticketId && (
          <OverrideSheet ticketId={ticketId} onClose={() => override(undefined)} onChanged={changed} />
        )
      }
    >
      <Unsent communityId={communityId} />
      <Answered asked={unknown ?? asked} title="看板暂时打不开" cards={[2, 4, 6]}>
        {(board) => (
          <>
            <Board
              board={board}
              onLook={(wanted) => openList(communityId, wanted)}
              onOverride={override}
              onChanged={changed}
            />
            {communityId && (
              <Card isFlush>
                <Row
                  id="take-report"
                  icon="plus"
                  title="记一条"
                  line="电话来的、路上看到的"
                  onTap={() => open(pages.takeReport, { communityId })}
                />
              </Card>
            )}
            <WorkReminders consent={consent} />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface BoardProps {
  readonly board: SupervisorBoard;
  readonly onLook: (wanted: Wanted) => void;
  readonly onOverride: (ticketId: string) => void;
  readonly onChanged: () => void;
}

/** Late ones on the board; the list has all. */
const mostLate = 5;

function Board({ board, onLook, onOverride, onChanged }: BoardProps) {
  const { today, late, staff, firstHour, buildings, undrawn, checksDue } = board;
  const now = useNow();
  const first = late.find(canGive)?.ticketId;
  return (
    <>
      <Figures today={today} day={dayOf(now as Instant)} onLook={onLook} />
      <View className="beside">
        <View className="type-heading">超时</View>
        <View className="type-second">
          {late.length === 0 ? '现在没有超时的工单' : '系统已经上报，等您处理'}
        </View>
      </View>
      {late.slice(0, mostLate).map((row) => (
        <Late key={row.ticketId} isOpen={row.ticketId === first} {...{ row, now, onOverride, onChanged }} />
      ))}
      {today.late > mostLate && (
        <Button kind="quiet" label={`看全部 ${today.late} 单`} onTap={() => onLook({ which: 'late' })} />
      )}
      <Staff staff={staff} firstHour={firstHour} onLook={onLook} />
      <Estate {...{ buildings, undrawn, onLook }} />
      <Card isFlush>
        <Row
          id="checks"
          icon="check"
          title="事后抽查"
          line={checksDue === 0 ? '没有要抽查的' : `${checksDue} 单等您看`}
          onTap={() => onLook({ which: 'afterChecks' })}
        />
      </Card>
    </>
  );
}
