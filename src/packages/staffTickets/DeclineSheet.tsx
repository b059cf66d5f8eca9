import { useChange } from '@/hooks/useChange';
import { ReasonSheet } from './ReasonSheet';

export interface DeclineSheetProps {
  readonly ticketId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 这单接不了: it is somebody else's at once, and the supervisor reads why. */
export function DeclineSheet({ ticketId, onClose, onDone }: DeclineSheetProps) {
  const { run, ...change } = useChange('ticketWork.decline');
  const decline = async (reason: string) => {
    if (await run({ ticketId, reason })) onDone();
  };
  return (
    <ReasonSheet
      title="为什么接不了"
      line="会马上派给别的同事，原因主管能看到。"
      usual={['手上有急单', '不会修这个', '缺工具', '身体不舒服']}
      button="退回，派给别人"
      {...{ ...change, onClose }}
      onReason={(reason) => void decline(reason)}
    />
  );
}
