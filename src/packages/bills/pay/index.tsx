import { View } from '@tarojs/components';
import { useCallback, useEffect } from 'react';
import { Amount, AnswerBanner, Answered, Button, Card, EmptyState, Facts, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { PayingNote } from '@/paying/PayingNote';
import { busyWords, isGoingOn, waitsWords } from '@/paying/paying';
import { receiptLines } from '@/paying/receiptWords';
import { type PayingHook, usePaying } from '@/paying/usePaying';
import type { Missing } from '@/services/failure';
import { goBack, pages, replaceBy } from '@/services/routes';
import { useMe } from '@/stores/me';
import type { PaymentPreview } from '../../../../types/contract/payments';
import { dayOf, type Instant, yearOf } from '../../../../types/day';
import { noFen } from '../../../../types/money';
import { formatYuan } from '../../../../types/yuan';

/** Care mode's one page before the wallet: how much, in words too, for what, for which home. */
export default function Pay() {
  const { homeId = '' } = useParameters();
  const asked = useAnswer('payments.preview', homeId === '' ? undefined : { homeId }, {
    topics: ['bills', 'payments'],
  });
  const { answer, again } = asked;
  const payment = usePaying(useCallback(() => void again(), [again]));
  const { paying } = payment;
  const paidOrder = paying.kind === 'paid' ? paying.orderId : undefined;
  useEffect(() => {
    if (paidOrder) replaceBy(pages.receipt, { orderId: paidOrder, isNew: '1' });
  }, [paidOrder]);
  const isDone = answer.kind === 'refused' && answer.refusal.code === 'NOTHING_DUE';
  return (
    <Page
      name="pay"
      banner={<AnswerBanner asked={asked} />}
      {...(answer.kind === 'ready'
        ? {
            footer: (
              <Confirm homeId={homeId} preview={answer.value} payment={payment} missing={answer.missing} />
            ),
          }
        : {})}
    >
      <PayingNote paying={paying} />
      {isDone ? (
        <EmptyState drawing="building" title="都缴清了" line="现在没有要缴的费用。">
          <Button kind="outline" label="返回" onTap={goBack} />
        </EmptyState>
      ) : (
        <Answered asked={asked} title="金额暂时算不出来">
          {(preview) => <Content homeId={homeId} preview={preview} />}
        </Answered>
      )}
    </Page>
  );
}

function Content({ homeId, preview }: { readonly homeId: string; readonly preview: PaymentPreview }) {
  const place = useMe((state) => state.me?.homes.find((home) => home.homeId === homeId)?.place);
  const lines = receiptLines({ ...preview, toPrepaid: noFen }, thisYear());
  return (
    <Card>
      <View className="tone-plain">{place ? `给 ${place} 缴费` : '这次缴费'}</View>
      <Amount fen={preview.amount} size="amount" inWords="一共要缴" />
      <View className="rule" />
      <Facts
        facts={lines.map(({ name, amount, isMinus }) => ({
          name,
          value: isMinus ? `−${formatYuan(amount)}` : formatYuan(amount),
          ...(isMinus ? { tone: 'good' as const } : {}),
        }))}
      />
    </Card>
  );
}

function thisYear(): number {
  return yearOf(dayOf(Date.now() as Instant));
}

interface ConfirmProps {
  readonly homeId: string;
  readonly preview: PaymentPreview;
  readonly payment: PayingHook;
  readonly missing: Missing | undefined;
}

function Confirm({ homeId, preview, payment, missing }: ConfirmProps) {
  const { paying, pay } = payment;
  return (
    <>
      <Button
        label={preview.amount === 0 ? '确认缴清' : '确认缴费'}
        isBusy={isGoingOn(paying)}
        busyLabel={busyWords(paying)}
        isDisabled={missing !== undefined || paying.kind === 'unclear'}
        onTap={() => void pay({ kind: 'bills', homeId, expectedAmount: preview.amount })}
      />
      <View className="page__note">{missing ? waitsWords(missing) : '下一步是微信支付，付之前可以取消'}</View>
    </>
  );
}
