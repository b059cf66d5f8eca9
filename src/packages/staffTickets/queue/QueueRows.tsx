import { View } from '@tarojs/components';
import { Card, Chip } from '@/components';
import { problemNames, stateChip } from '@/words/tickets';
import type { TicketRow } from '../../../../types/contract/tickets';
import { rowClock } from '../workClock';

export interface QueueRowsProps {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly TicketRow[];
  readonly now: number;
  readonly onTap: (row: TicketRow) => void;
}

/** Tickets by their clocks: the time, what and where, the state. */
export function QueueRows({ title, note, rows, now, onTap }: QueueRowsProps) {
  return (
    <>
      <View className="between">
        <View className="type-heading">{`${title} ${rows.length} 单`}</View>
        <View className="type-second between__end">{note}</View>
      </View>
      <Card isFlush>
        {rows.map((row) => (
          <QueueRow key={row.ticketId} row={row} now={now} onTap={() => onTap(row)} />
        ))}
      </Card>
    </>
  );
}

interface QueueRowProps {
  readonly row: TicketRow;
  readonly now: number;
  readonly onTap: () => void;
}

function QueueRow({ row, now, onTap }: QueueRowProps) {
  const { time, below, isLate } = rowClock(row, now);
  const problem = problemNames[row.problem];
  // Words that WeChat has not passed are told by what they are about.
  const kind = row.urgency === 'emergency' ? '紧急' : problem === row.title ? undefined : problem;
  return (
    <View
      id={`ticket-${row.ticketId}`}
      className="queue__row row"
      hoverClass="pressed"
      ariaRole="button"
      onClick={onTap}
    >
      <View className="queue__time">
        <View className={`strong tabular${isLate ? ' tone-bad' : ''}`}>{time}</View>
        <View className="type-second">{below}</View>
      </View>
      <View className="queue__what">
        <View className="strong two-lines">{row.title}</View>
        <View className="type-second two-lines">{[row.place, kind].filter(Boolean).join('，')}</View>
      </View>
      <Chip {...stateChip(row.state)} />
    </View>
  );
}
