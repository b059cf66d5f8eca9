import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Field, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { isSure } from '@/services/device';
import { goBack } from '@/services/routes';
import type { Receipt } from '../../../../types/contract/payments';
import { noFen } from '../../../../types/money';
import { formatYuan, yuanText } from '../../../../types/yuan';
import { AmountField } from '../AmountField';
import { typedAmount } from '../counter/amountText';
import { refundProblem } from './refundWords';

/** What was paid in advance and is still there goes back to whoever paid it. */
export function RefundPrepaid({
  receipt: { orderId, toPrepaid, prepaidLeft = noFen },
}: {
  readonly receipt: Receipt;
}) {
  const [text, type] = useState(yuanText(prepaidLeft));
  const [reason, write] = useState('');
  const refunding = useChange('payments.refundPrepaid');
  const typed = typedAmount(text);
  const amount = typed !== undefined && typed <= prepaidLeft ? typed : undefined;
  const refund = async () => {
    if (amount === undefined) return;
    const question = `${formatYuan(amount)} 从预存里退给付款人。`;
    if (!(await isSure('确认退款', question, '退款'))) return;
    if (await refunding.run({ orderId, amount, reason: reason.trim() })) goBack();
  };
  if (prepaidLeft === noFen)
    return (
      <Card>
        <View className="type-second">
          这一笔存入的 {formatYuan(toPrepaid)} 已经抵扣账单或退完，没有可退的。
        </View>
      </Card>
    );
  return (
    <Card>
      <View className="stack">
        <View className="type-second">这一笔存入 {formatYuan(toPrepaid)}，已经抵扣账单的部分不能退。</View>
        <AmountField
          id="refund-prepaid"
          label={`退多少（元），最多 ${yuanText(prepaidLeft)}`}
          text={text}
          problem={refundProblem(text, prepaidLeft)}
          onText={type}
        />
        <Field
          id="refund-reason"
          label="退款原因，业主看得到"
          value={reason}
          onChange={write}
          isLong
          most={200}
        />
        {refunding.refusal && <Refusal title="没有退" sentence={refunding.refusal.sentence} />}
        <Button
          label={amount === undefined ? '退款' : `退 ${formatYuan(amount)}`}
          isBusy={refunding.isBusy}
          busyLabel="正在退款"
          isDisabled={amount === undefined || reason.trim() === ''}
          onTap={() => void refund()}
        />
      </View>
    </Card>
  );
}
