import { View } from '@tarojs/components';
import { Button, Refusal } from '@/components';
import { PayingNote } from '@/paying/PayingNote';
import { busyWords, isGoingOn, waitsWords } from '@/paying/paying';
import { open, pages } from '@/services/routes';
import { useCare } from '@/stores/care';
import { formatYuan } from '../../../../types/yuan';
import type { OpenBillsHook } from './useOpenBills';

/** The one primary action: pay the choice, or all that is due. */
export function PayFooter({ hook }: { readonly hook: OpenBillsHook }) {
  const isCare = useCare((care) => care.isOn);
  const { cost: answer, payment, chosen, homeId } = hook;
  const { paying, pay } = payment;
  if (chosen?.size === 0) {
    return (
      <>
        <Button label="还没有选账单" isDisabled />
        <View className="page__note">至少选一笔才能缴</View>
      </>
    );
  }
  if (answer.kind === 'refused') {
    return answer.refusal.code === 'NOTHING_DUE' ? null : <Refusal sentence={answer.refusal.sentence} />;
  }
  if (answer.kind === 'waiting') return <Button label="正在算金额" isDisabled />;
  if (!answer.value) return null;
  const { amount } = answer.value;
  const wish = {
    kind: 'bills',
    homeId,
    expectedAmount: amount,
    ...(chosen ? { billIds: [...chosen].sort() } : {}),
  } as const;
  // Care mode pays everything over its page of confirmation; a choice is its own confirmation.
  const tap = () => (isCare && !chosen ? open(pages.pay, { homeId }) : void pay(wish));
  return (
    <>
      <PayingNote paying={paying} />
      <Button
        label={`${chosen ? '缴选中的' : '一键缴费'} ${formatYuan(amount)}`}
        isBusy={isGoingOn(paying)}
        busyLabel={busyWords(paying)}
        isDisabled={answer.missing !== undefined || paying.kind === 'unclear'}
        onTap={tap}
      />
      {answer.missing && <View className="page__note">{waitsWords(answer.missing)}</View>}
    </>
  );
}
