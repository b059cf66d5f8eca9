import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { SheetProps } from './ticketProps';

const reasons = ['自己处理好了', '报错了', '改天再说'];

/** Takes a report back, with a reason. */
export function CancelSheet({ ticket, onClose, onChanged }: SheetProps) {
  const { run, isBusy, refusal } = useChange('tickets.cancel');
  const [reason, setReason] = useState('');
  const cancel = async () => {
    const changed = await run({ ticketId: ticket.ticketId, reason: reason.trim() });
    if (!changed) return;
    onChanged(changed);
    onClose();
  };
  return (
    <Sheet
      label="取消"
      onClose={onClose}
      footer={
        <>
          {refusal && <Refusal title="没有取消" sentence={refusal.sentence} />}
          <Button
            kind="danger"
            label="取消这张工单"
            isBusy={isBusy}
            isDisabled={reason.trim() === ''}
            onTap={() => void cancel()}
          />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">为什么不用了</View>
        <View className="pills">
          {reasons.map((one) => (
            <View
              key={one}
              className={`pills__pill${one === reason ? ' pills__pill--chosen' : ''}`}
              hoverClass="pressed"
              ariaRole="button"
              onClick={() => setReason(one)}
            >
              {one}
            </View>
          ))}
        </View>
        <Field id="cancel-reason" label="或者写下来" value={reason} most={200} onChange={setReason} />
      </View>
    </Sheet>
  );
}
