import type { TicketView } from '../../../../types/contract/tickets';
import { ReasonSheet, type ReasonSheetProps } from '../ReasonSheet';
import type { CaseSheetProps } from './caseSheet';

type CaseReasonProps = Omit<ReasonSheetProps, 'onReason'> &
  Pick<CaseSheetProps, 'onChanged'> & {
    /** Undefined where it was refused. */
    readonly send: (reason: string) => Promise<TicketView | undefined>;
  };

/** One thing that is done to a ticket for a reason. */
export function CaseReason({ send, onChanged, ...sheet }: CaseReasonProps) {
  const act = async (reason: string) => {
    const changed = await send(reason);
    if (changed) onChanged(changed);
  };
  return <ReasonSheet {...sheet} onReason={(reason) => void act(reason)} />;
}
