import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { pages, replaceBy } from '@/services/routes';
import type { BillView } from '../../../../types/contract/charging';
import { formatYuan } from '../../../../types/yuan';
import { actionNames, actionWords, type BillAction } from './billWorkWords';

export interface CloseSheetProps {
  readonly bill: BillView;
  readonly action: BillAction;
  readonly onClose: (changed: BillView | undefined) => void;
}

/** Voids a bill or has it made anew; says first what that does. */
export function CloseSheet({ bill, action, onClose }: CloseSheetProps) {
  const { billId, itemName, place, amount } = bill;
  const [reason, write] = useState('');
  const voiding = useChange('charging.voidBill');
  const reissuing = useChange('charging.reissueBill');
  const refusal = voiding.refusal ?? reissuing.refusal;
  const input = { billId, reason: reason.trim() };
  const close = async () => {
    if (action === 'void') {
      const changed = await voiding.run(input);
      if (changed) onClose(changed);
      return;
    }
    const made = await reissuing.run(input);
    if (made) replaceBy(pages.billWork, { billId: made.billId });
  };
  return (
    <Sheet
      label={actionNames[action]}
      onClose={() => onClose(undefined)}
      footer={
        <>
          {refusal && <Refusal title={`没有${actionNames[action]}`} sentence={refusal.sentence} />}
          <Button
            kind={action === 'void' ? 'danger' : 'primary'}
            label={`${actionNames[action]}这笔账单`}
            isBusy={voiding.isBusy || reissuing.isBusy}
            isDisabled={input.reason === ''}
            onTap={() => void close()}
          />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">
          {itemName} {formatYuan(amount)}
        </View>
        <View className="type-second">
          {place}。{actionWords[action]}
        </View>
        <Field id="close-reason" label="原因，业主看得到" value={reason} onChange={write} isLong most={200} />
      </View>
    </Sheet>
  );
}
