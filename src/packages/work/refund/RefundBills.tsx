import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Choice, Field, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { purses } from '@/paying/receiptRefunds';
import { isSure } from '@/services/device';
import { goBack } from '@/services/routes';
import type { Receipt } from '../../../../types/contract/payments';
import { formatYuan } from '../../../../types/yuan';
import { PaidBillLines } from './PaidBillLines';
import {
  type Afterwards,
  afterwardsNames,
  afterwardsWords,
  type LineName,
  totalOf,
  wishesOf,
} from './refundWords';

const ways = (['reopen', 'adjust'] as const).map((value) => ({ value, name: afterwardsNames[value] }));

/** Whole or in part, by line; what becomes of the bill is an explicit choice. */
export function RefundBills({ receipt: { orderId, bills, left } }: { readonly receipt: Receipt }) {
  const [typed, type] = useState<ReadonlyMap<string, ReadonlyMap<LineName, string>>>(new Map());
  const [afterwards, choose] = useState<Afterwards>();
  const [reason, write] = useState('');
  const refunding = useChange('payments.refund');
  const lines = wishesOf(
    left.map((paid) => {
      const { billId, line } = paid;
      return { billId, line, text: typed.get(billId)?.get(line) ?? '', most: purses(paid) };
    }),
  );
  const refund = async () => {
    if (!lines || !afterwards) return;
    const question = `${formatYuan(totalOf(lines))} 退给付款人，先退付的钱，再退预存和抵扣券。${afterwardsWords[afterwards]}`;
    if (!(await isSure('确认退款', question, '退款'))) return;
    if (await refunding.run({ orderId, lines, afterwards, reason: reason.trim() })) goBack();
  };
  return (
    <>
      {bills.map((paid) => (
        <PaidBillLines
          key={paid.billId}
          paid={paid}
          left={left}
          typed={typed.get(paid.billId)}
          onType={(texts) => type(new Map([...typed, [paid.billId, texts]]))}
        />
      ))}
      <Card>
        <View className="stack">
          <View className="type-heading">退了以后，账单怎么办</View>
          <Choice label="退了以后，账单怎么办" options={ways} value={afterwards} onChange={choose} />
          {afterwards && <View className="type-second">{afterwardsWords[afterwards]}</View>}
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
            label={lines ? `退 ${formatYuan(totalOf(lines))}` : '退款'}
            isBusy={refunding.isBusy}
            busyLabel="正在退款"
            isDisabled={!lines || !afterwards || reason.trim() === ''}
            onTap={() => void refund()}
          />
        </View>
      </Card>
    </>
  );
}
