import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Field, Icon, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { say } from '@/services/device';
import { addDays, type Day, dayOf, formatDay, type Instant } from '../../../../types/day';
import { formatYuan } from '../../../../types/yuan';
import { AmountField } from '../AmountField';
import { typedAmount } from './amountText';

/** How long a voucher usually lasts. Days. */
const usualDays = 180;

export interface VoucherSheetProps {
  readonly homeId: string;
  readonly place: string;
  readonly onClose: () => void;
}

/** C11: finance gives a home a voucher for property fees. */
export function VoucherSheet({ homeId, place, onClose }: VoucherSheetProps) {
  const today = dayOf(Date.now() as Instant);
  const [text, type] = useState('');
  const [reason, write] = useState('');
  const [expiresOn, expire] = useState<Day>(addDays(today, usualDays));
  const granting = useChange('payments.grantVoucher');
  const amount = typedAmount(text);
  const grant = async () => {
    if (amount === undefined) return;
    if (!(await granting.run({ homeId, amount, expiresOn, reason: reason.trim() }))) return;
    say('发好了');
    onClose();
  };
  return (
    <Sheet
      label="发抵扣券"
      onClose={onClose}
      footer={
        <>
          {granting.refusal && <Refusal title="没有发" sentence={granting.refusal.sentence} />}
          <Button
            label={amount === undefined ? '发抵扣券' : `发 ${formatYuan(amount)} 抵扣券`}
            isBusy={granting.isBusy}
            isDisabled={amount === undefined || reason.trim() === ''}
            onTap={() => void grant()}
          />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">{place}</View>
        <View className="type-second">缴物业费时自动抵扣，过期作废，不能换成钱。</View>
        <AmountField id="voucher-amount" text={text} onText={type} />
        <View className="field">
          <View className="field__label">有效期到</View>
          <Picker
            mode="date"
            value={expiresOn}
            start={today}
            onChange={({ detail }) => expire(detail.value as Day)}
          >
            <View className="picked" ariaRole="button">
              {formatDay(expiresOn)}
              <Icon name="chevron-down" />
            </View>
          </Picker>
        </View>
        <Field id="voucher-reason" label="为什么发，业主看得到" value={reason} onChange={write} most={60} />
      </View>
    </Sheet>
  );
}
