import { View } from '@tarojs/components';
import { Button, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { scanCode } from '@/services/device';
import { open, pages } from '@/services/routes';
import type { WorkProps, WorkSheet } from './workProps';
import { restLine } from './workWords';

interface NextStepProps extends WorkProps {
  readonly onShow: (sheet: WorkSheet) => void;
}

/** The one thing to do next, and quietly beside it the other ways. */
export function NextStep({ ticket, onChanged, onShow }: NextStepProps) {
  const { ticketId, can } = ticket;
  const accepting = useChange('ticketWork.accept');
  const arriving = useChange('ticketWork.checkIn');
  const resuming = useChange('ticketWork.resume');
  const refusal = accepting.refusal ?? arriving.refusal ?? resuming.refusal;
  const accept = async () => {
    const changed = await accepting.run({ ticketId });
    if (changed) onChanged(changed);
  };
  const resume = async () => {
    const changed = await resuming.run({ ticketId });
    if (changed) onChanged(changed);
  };
  const arrive = async () => {
    const code = await scanCode();
    const changed = code === undefined ? undefined : await arriving.run({ ticketId, code });
    if (changed) onChanged(changed);
  };
  const rest = restLine(ticket);
  return (
    <>
      {refusal && <Refusal sentence={refusal.sentence} />}
      {can.includes('ticketWork.accept') && (
        <Button label="接单" isBusy={accepting.isBusy} busyLabel="正在接单" onTap={() => void accept()} />
      )}
      {can.includes('ticketWork.checkIn') && (
        <Button
          icon="scan"
          label="扫码签到"
          isBusy={arriving.isBusy}
          busyLabel="正在签到"
          onTap={() => void arrive()}
        />
      )}
      {can.includes('ticketWork.resume') && (
        <Button label="继续修" isBusy={resuming.isBusy} onTap={() => void resume()} />
      )}
      {can.includes('ticketWork.finish') && (
        <Button label="修好了，请业主验收" onTap={() => open(pages.finishTicket, { ticketId })} />
      )}
      <OtherWays can={can} onShow={onShow} />
      {rest && <View className="type-second center">{rest}</View>}
    </>
  );
}

function OtherWays({ can, onShow }: Pick<NextStepProps, 'onShow'> & { readonly can: readonly string[] }) {
  const isUnfinished = can.includes('ticketWork.postpone') || can.includes('ticketWork.pause');
  return (
    <View className="quiet-pair">
      {can.includes('ticketWork.checkIn') && (
        <Button kind="quiet" label="扫不了码" onTap={() => onShow('cannotScan')} />
      )}
      {isUnfinished && <Button kind="quiet" label="今天修不完" onTap={() => onShow('unfinished')} />}
      {can.includes('ticketWork.transfer') && (
        <Button kind="quiet" label="转给同事" onTap={() => onShow('transfer')} />
      )}
      {can.includes('ticketWork.decline') && (
        <Button kind="quiet" label="这单接不了" onTap={() => onShow('decline')} />
      )}
    </View>
  );
}
