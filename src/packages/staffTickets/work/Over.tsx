import { useChange } from '@/hooks/useChange';
import { DeclineSheet } from '../DeclineSheet';
import { ReasonSheet } from '../ReasonSheet';
import { TransferSheet } from '../TransferSheet';
import { MaterialSheet } from './MaterialSheet';
import { UnfinishedSheet } from './UnfinishedSheet';
import type { WorkProps, WorkSheet } from './workProps';

export interface OverProps extends WorkProps {
  readonly sheet: Exclude<WorkSheet, undefined>;
  readonly onClose: () => void;
  /** It is in other hands now. */
  readonly onAway: () => void;
}

/** The sheet that lies over the ticket. */
export function Over({ ticket, sheet, onChanged, onClose, onAway }: OverProps) {
  const { ticketId } = ticket;
  const arriving = useChange('ticketWork.checkIn');
  if (sheet === 'transfer') return <TransferSheet ticketId={ticketId} onClose={onClose} onDone={onAway} />;
  if (sheet === 'unfinished')
    return <UnfinishedSheet ticket={ticket} onChanged={onChanged} onClose={onClose} />;
  if (sheet === 'material') return <MaterialSheet ticket={ticket} onChanged={onChanged} onClose={onClose} />;
  if (sheet === 'decline') return <DeclineSheet ticketId={ticketId} onClose={onClose} onDone={onAway} />;
  const arrive = async (cannotScan: string) => {
    const changed = await arriving.run({ ticketId, cannotScan });
    if (!changed) return;
    onChanged(changed);
    onClose();
  };
  return (
    <ReasonSheet
      title="为什么扫不了码"
      line="会照您说的记下来，主管能看到。"
      usual={['门口没有码', '码坏了', '手机扫不出来']}
      button="签到"
      isBusy={arriving.isBusy}
      refusal={arriving.refusal}
      onClose={onClose}
      onReason={(reason) => void arrive(reason)}
    />
  );
}
