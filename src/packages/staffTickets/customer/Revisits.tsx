import { View } from '@tarojs/components';
import { Button, Card } from '@/components';
import { open, pages } from '@/services/routes';
import type { CustomerDesk } from '../../../../types/contract/ticketDesks';
import { useCallOwner } from '../useCallOwner';
import { rowClock } from '../workClock';
import { CallRow } from './CallRow';
import { CallButton } from './Emergency';

export interface RevisitsProps {
  readonly rows: CustomerDesk['revisits'];
  readonly now: number;
  readonly onRecord: (ticketId: string) => void;
}

/** Whom to call back, until when, and what was said. */
export function Revisits({ rows, now, onRecord }: RevisitsProps) {
  const callOwner = useCallOwner();
  return (
    <Card isFlush>
      {rows.map((row) => {
        const { ticketId, title, canCallOwner } = row;
        const { time, below, isLate } = rowClock(row, now);
        return (
          <CallRow
            key={ticketId}
            id={`revisit-${ticketId}`}
            {...{ ticketId, title, line: revisitLine(row), below }}
            time={<View className={`strong tabular${isLate ? ' tone-bad' : ''}`}>{time}</View>}
          >
            {canCallOwner && <CallButton label="打给业主" onTap={() => void callOwner(ticketId)} />}
            {row.clock?.kind === 'revisit' ? (
              <Button kind="quiet" label="记回访" onTap={() => onRecord(ticketId)} />
            ) : (
              // Passed on: whose it is now records it on the ticket itself.
              <Button kind="quiet" label="看工单" onTap={() => open(pages.deskTicket, { ticketId })} />
            )}
          </CallRow>
        );
      })}
    </Card>
  );
}

/** 紧急，3栋2单元1201，2 星 */
function revisitLine({ urgency, place, stars }: CustomerDesk['revisits'][number]): string {
  const rated = stars === undefined ? undefined : `${stars} 星`;
  return [urgency === 'emergency' ? '紧急' : undefined, place, rated].filter(Boolean).join('，');
}
