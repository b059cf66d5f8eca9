import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import {
  Amount,
  AnswerBanner,
  Answered,
  Button,
  Card,
  Choice,
  Facts,
  Field,
  Page,
  Refusal,
} from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { PayingNote } from '@/paying/PayingNote';
import { busyWords, isGoingOn } from '@/paying/paying';
import { ReceiptSheet } from '@/paying/ReceiptSheet';
import { type PayingHook, usePaying } from '@/paying/usePaying';
import { lookedAt, useMe } from '@/stores/me';
import type { PrepayOffer } from '../../../../types/contract/payments';
import type { Fen } from '../../../../types/money';
import { formatYuan } from '../../../../types/yuan';
import { prepayOptions, typedAmount } from './offer';

/** Prepaying (预存): half a year, a year, one's own amount, within the community's cap. */
export default function Prepay() {
  const { homeId: named } = useParameters();
  const looked = useMe((state) => lookedAt(state)?.homeId);
  const homeId = named ?? looked;
  const asked = useAnswer('payments.prepayOffer', homeId === undefined ? undefined : { homeId }, {
    topics: ['payments', 'bills'],
  });
  const { again } = asked;
  const payment = usePaying(useCallback(() => void again(), [again]));
  const [amount, setAmount] = useState<Fen>();
  const canPrepay = asked.answer.kind === 'ready' && asked.answer.value.most > 0 && homeId !== undefined;
  return (
    <Page
      name="prepay"
      banner={<AnswerBanner asked={asked} />}
      {...(canPrepay ? { footer: <PrepayFooter homeId={homeId} amount={amount} payment={payment} /> } : {})}
      over={
        payment.paying.kind === 'paid' && (
          <ReceiptSheet orderId={payment.paying.orderId} onClose={payment.close} />
        )
      }
    >
      <Answered asked={asked} title="预存暂时打不开">
        {(offer) => <Offer offer={offer} onAmount={setAmount} />}
      </Answered>
      <PayingNote paying={payment.paying} />
    </Page>
  );
}

interface OfferProps {
  readonly offer: PrepayOffer;
  readonly onAmount: (amount: Fen | undefined) => void;
}

function Offer({ offer, onAmount }: OfferProps) {
  const options = prepayOptions(offer);
  const [value, setValue] = useState<'half' | 'year' | 'other'>();
  const [text, setText] = useState('');
  const typed = typedAmount(text, offer.most);
  const choose = (chosen: 'half' | 'year' | 'other') => {
    setValue(chosen);
    const own = 'amount' in typed ? typed.amount : undefined;
    onAmount(chosen === 'other' ? own : options.find((option) => option.value === chosen)?.amount);
  };
  const type = (words: string) => {
    setText(words);
    const read = typedAmount(words, offer.most);
    onAmount('amount' in read ? read.amount : undefined);
  };
  return (
    <>
      <Balance offer={offer} />
      {offer.most > 0 ? (
        <Card>
          <View className="stack">
            <Facts
              facts={options.flatMap(({ name, amount }) =>
                amount === undefined ? [] : [{ name, value: formatYuan(amount) }],
              )}
            />
            <Choice label="存多少" options={options} value={value} onChange={choose} />
            {value === 'other' && (
              <Field
                id="prepay-amount"
                label="金额（元）"
                value={text}
                keyboard="digit"
                most={12}
                hint={`最多 ${formatYuan(offer.most)}`}
                {...('error' in typed && typed.error ? { error: typed.error } : {})}
                onChange={type}
              />
            )}
          </View>
        </Card>
      ) : (
        <Refusal
          title="现在不能预存"
          sentence="已到小区规定的预存上限，用掉一部分以后可以再存。"
          tone="info"
        />
      )}
    </>
  );
}

function Balance({ offer: { balance, monthly } }: { readonly offer: PrepayOffer }) {
  return (
    <Card>
      <View className="type-second">预存余额</View>
      <Amount fen={balance} size="amount" />
      <View className="type-second">
        {monthly > 0 ? `物业费每月约 ${formatYuan(monthly)}，出账后从这里自动抵扣。` : '出账后自动抵扣账单。'}
        搬走时没用完的退给您。
      </View>
    </Card>
  );
}

interface PrepayFooterProps {
  readonly homeId: string;
  readonly amount: Fen | undefined;
  readonly payment: PayingHook;
}

function PrepayFooter({ homeId, amount, payment }: PrepayFooterProps) {
  const { paying, pay } = payment;
  return (
    <Button
      label={amount ? `预存 ${formatYuan(amount)}` : '选一个金额'}
      isBusy={isGoingOn(paying)}
      busyLabel={busyWords(paying)}
      isDisabled={amount === undefined || paying.kind === 'unclear'}
      onTap={() => amount && void pay({ kind: 'prepay', homeId, amount })}
    />
  );
}
