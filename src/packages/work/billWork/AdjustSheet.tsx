import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Choice, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { BillLineView, BillView } from '../../../../types/contract/charging';
import { addFen, negativeFen } from '../../../../types/money';
import { formatYuan } from '../../../../types/yuan';
import { AmountField } from '../AmountField';
import { typedAmount } from '../counter/amountText';
import { adjustProblem } from './billWorkWords';

const directions = [
  { value: 'less', name: '减少' },
  { value: 'more', name: '增加' },
] as const;

export interface AdjustSheetProps {
  readonly bill: BillView;
  readonly line: BillLineView;
  readonly onClose: (changed: BillView | undefined) => void;
}

/** Puts one line right, up or down; says what the bill comes to then. */
export function AdjustSheet({ bill, line, onClose }: AdjustSheetProps) {
  const [direction, choose] = useState<'less' | 'more'>('less');
  const [text, type] = useState('');
  const [reason, write] = useState('');
  const adjusting = useChange('charging.adjustBill');
  const typed = typedAmount(text);
  const amount = typed === undefined ? undefined : direction === 'less' ? negativeFen(typed) : typed;
  const problem = adjustProblem(text, direction, bill.amount);
  const adjust = async () => {
    if (amount === undefined) return;
    const changed = await adjusting.run({
      billId: bill.billId,
      line: line.no,
      amount,
      reason: reason.trim(),
    });
    if (changed) onClose(changed);
  };
  return (
    <Sheet
      label="调整账单"
      onClose={() => onClose(undefined)}
      footer={
        <>
          {adjusting.refusal && <Refusal title="没有调整" sentence={adjusting.refusal.sentence} />}
          <Button
            label={amount === undefined ? '调整' : `调整为 ${formatYuan(addFen(bill.amount, amount))}`}
            isBusy={adjusting.isBusy}
            isDisabled={amount === undefined || problem !== undefined || reason.trim() === ''}
            onTap={() => void adjust()}
          />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">
          {line.text} {formatYuan(line.amount)}
        </View>
        <View className="type-second">
          账单上会多一行调整和原因，原来的数字不动。有疑问的账单调整后就算答复过。
        </View>
        <Choice label="增加还是减少" options={directions} value={direction} onChange={choose} />
        <AmountField id="adjust-amount" text={text} onText={type} problem={problem} />
        <Field
          id="adjust-reason"
          label="原因，业主看得到"
          value={reason}
          onChange={write}
          isLong
          most={200}
        />
      </View>
    </Sheet>
  );
}
