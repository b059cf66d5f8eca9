import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Card, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import type { SupervisorBoard } from '../../../../types/contract/ticketDesks';
import { OverrideSheet } from '../case/OverrideSheet';
import type { ListKind } from '../list/listWords';
import { useCommunity } from '../useCommunity';
import { Estate } from './Estate';
import { Late } from './Late';
import { Staff } from './Staff';
import './index.css';

/** The supervisor's board: today's figures, what is late and whom to give it to, who is busy, where it is (B4). */
export default function Supervisor() {
  const communityId = useCommunity();
  const asked = useAnswer('ticketDesks.supervisor', communityId === undefined ? undefined : { communityId }, {
    topics: ['work'],
    isKept: true,
  });
  usePullDown(asked.again);
  const [ticketId, override] = useState<string>();
  return (
    <Page
      name="board"
      banner={<AnswerBanner asked={asked} />}
      over={
        ticketId && (
          <OverrideSheet
            ticketId={ticketId}
            onClose={() => override(undefined)}
            onChanged={() => {
              override(undefined);
              void asked.again();
            }}
          />
        )
      }
    >
      <Answered asked={asked} title="看板暂时打不开" cards={[2, 4, 6]}>
        {(board) => <Board board={board} communityId={communityId ?? ''} onOverride={override} />}
      </Answered>
    </Page>
  );
}

interface BoardProps {
  readonly board: SupervisorBoard;
  readonly communityId: string;
  readonly onOverride: (ticketId: string) => void;
}

function Board({ board, communityId, onOverride }: BoardProps) {
  const { late, staff, buildings, checksDue } = board;
  const now = useNow();
  const look = (which: ListKind) => open(pages.deskTickets, { communityId, which });
  return (
    <>
      <Figures board={board} onLook={look} />
      <View className="type-heading">超时</View>
      {late.length === 0 && <View className="type-second">现在没有超时的工单。</View>}
      {late.map((row) => (
        <Late key={row.ticketId} row={row} now={now} onOverride={onOverride} />
      ))}
      <Staff staff={staff} communityId={communityId} />
      <Estate buildings={buildings} />
      <Card isFlush>
        <Row
          id="checks"
          icon="check"
          title="派单抽查"
          line={checksDue === 0 ? '没有要抽查的' : `${checksDue} 单等您看派得对不对`}
          onTap={() => look('afterChecks')}
        />
      </Card>
    </>
  );
}

interface FiguresProps {
  readonly board: SupervisorBoard;
  readonly onLook: (which: ListKind) => void;
}

function Figures({ board: { today }, onLook }: FiguresProps) {
  const figures = [
    { which: 'open', name: '今天工单', value: String(today.tickets), unit: '单', isBad: false },
    { which: 'closed', name: '准时率', value: String(today.onTime / 10), unit: '%', isBad: false },
    { which: 'late', name: '超时', value: String(today.late), unit: '单', isBad: today.late > 0 },
  ] as const;
  return (
    <Card>
      <View className="board__figures">
        {figures.map(({ which, name, value, unit, isBad }) => (
          <View
            key={which}
            id={`figure-${which}`}
            className="board__figure"
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel={`${name} ${value}${unit}`}
            onClick={() => onLook(which)}
          >
            <View className="type-second">{name}</View>
            <View className={`type-big tabular${isBad ? ' tone-bad' : ''}`}>{`${value} ${unit}`}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}
