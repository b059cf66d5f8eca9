import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Choice, Facts, Field, Refusal, Sheet } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { pages, replaceBy } from '@/services/routes';
import type { InputOf } from '../../../../types/contract';
import type { CounterHome, CounterPreview } from '../../../../types/contract/counter';
import { addFen, type Fen } from '../../../../types/money';
import { formatYuan, yuanText } from '../../../../types/yuan';
import { AmountField } from '../AmountField';
import { amountToTake } from './amountText';
import { takingFacts, takingLabel } from './takingWords';

type Channel = InputOf<'counter.take'>['channel'];
const channels: readonly { readonly value: Channel; readonly name: string }[] = [
  { value: 'cash', name: '现金' },
  { value: 'card', name: '刷卡' },
  { value: 'transfer', name: '转账' },
];

export interface TakeSheetProps {
  readonly home: CounterHome;
  readonly party: CounterHome['parties'][number];
  readonly onClose: () => void;
}

/** How much, how, by whom; what it pays, and what vouchers and prepayment pay, is shown before it is taken. */
export function TakeSheet({ home, party, onClose }: TakeSheetProps) {
  const [text, write] = useState(party.toTake > 0 ? yuanText(party.toTake) : '');
  const [channel, choose] = useState<Channel>('cash');
  const [payerName, name] = useState(party.name);
  const [slip, writeSlip] = useState('');
  const amount = amountToTake(text, party);
  const asked = useAnswer(
    'counter.preview',
    amount === undefined ? undefined : { homeId: home.homeId, partyId: party.partyId, amount },
  );
  const taking = useChange('counter.take');
  const preview = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  const take = async (seen: CounterPreview, taken: Fen) => {
    const receipt = await taking.run({
      homeId: home.homeId,
      partyId: party.partyId,
      channel,
      amount: taken,
      expectedPrepaid: seen.toPrepaid,
      expectedUsed: addFen(seen.vouchers, seen.prepaid),
      payerName: payerName.trim(),
      ...(slip.trim() === '' ? {} : { voucherNumber: slip.trim() }),
    });
    if (receipt) replaceBy(pages.receipt, { orderId: receipt.orderId });
    else void asked.again();
  };
  const isReady = preview !== undefined && amount !== undefined && payerName.trim() !== '';
  return (
    <Sheet
      label="收款"
      onClose={onClose}
      footer={
        <Button
          label={takingLabel(amount)}
          isBusy={taking.isBusy}
          busyLabel="正在入账"
          isDisabled={!isReady}
          onTap={() => isReady && void take(preview, amount)}
        />
      }
    >
      <View className="stack">
        <View className="type-title">{home.place}</View>
        {party.toTake < party.owed && (
          <View className="type-second">{`待缴 ${formatYuan(party.owed)}，抵扣后收 ${formatYuan(party.toTake)}`}</View>
        )}
        <AmountField id="amount" text={text} onText={write} />
        {amount !== 0 && <Choice label="怎么付" options={channels} value={channel} onChange={choose} />}
        <Field label="付款人" value={payerName} onChange={name} id="payer" />
        {channel !== 'cash' && amount !== 0 && (
          <Field label="凭条或转账单号" value={slip} onChange={writeSlip} id="slip" />
        )}
        {taking.refusal && <Refusal sentence={taking.refusal.sentence} />}
        {preview && <Facts facts={takingFacts(preview)} />}
      </View>
    </Sheet>
  );
}
