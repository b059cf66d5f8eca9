import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  Amount,
  AnswerBanner,
  Answered,
  Button,
  Card,
  Chip,
  EmptyState,
  Facts,
  Field,
  Page,
  Refusal,
  Row,
} from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import { momentWords } from '@/words/timeWords';
import type { CounterDay } from '../../../../types/contract/counter';
import { formatYuan, parseYuan } from '../../../../types/yuan';
import { channelNames } from '../desk/deskWords';
import { differenceWords } from '../handOvers/handOverWords';

/** What I have taken since I last handed over, and handing it over. */
export default function MyDay() {
  const { communityId = '' } = useParameters();
  const asked = useAnswer('counter.myDay', { communityId }, { topics: ['work'] });
  return (
    <Page name="my-day" banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked} title="收款记录暂时看不到" cards={[3, 4]}>
        {(day) => (
          <>
            <Sums day={day} />
            <HandIn communityId={communityId} day={day} onDone={() => void asked.again()} />
            <Receipts day={day} />
            <Earlier day={day} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Sums({ day }: { readonly day: CounterDay }) {
  return (
    <Card>
      <View className="type-second">手上的现金</View>
      <Amount fen={day.cashInHand} size="big" />
      <Facts
        facts={day.byChannel.map(({ channel, amount, count }) => ({
          name: `${channelNames[channel]} ${count} 笔`,
          value: formatYuan(amount),
        }))}
      />
    </Card>
  );
}

function HandIn({
  communityId,
  day,
  onDone,
}: {
  readonly communityId: string;
  readonly day: CounterDay;
  readonly onDone: () => void;
}) {
  const [text, write] = useState('');
  const [note, writeNote] = useState('');
  const handing = useChange('counter.handOver');
  const counted = parseYuan(text.trim());
  const isNothing = day.byChannel.every(({ count }) => count === 0);
  if (isNothing) return null;
  const hand = async () => {
    if (counted === undefined || counted < 0) return;
    const trimmed = note.trim();
    const done = await handing.run({ communityId, counted, ...(trimmed ? { note: trimmed } : {}) });
    if (done) onDone();
  };
  const isCounted = counted !== undefined && counted >= 0;
  return (
    <Card>
      <View className="stack">
        <View className="type-heading">交款</View>
        <Field
          label="点出来的现金（元）"
          keyboard="digit"
          value={text}
          onChange={write}
          id="counted"
          most={12}
          {...(isCounted ? { hint: differenceWords((counted - day.cashInHand) as typeof counted) } : {})}
        />
        {isCounted && counted !== day.cashInHand && (
          <Field
            label="为什么不一样"
            value={note}
            onChange={writeNote}
            id="hand-over-note"
            isLong
            most={200}
          />
        )}
        {handing.refusal && <Refusal sentence={handing.refusal.sentence} />}
        <Button label="交给财务" isBusy={handing.isBusy} isDisabled={!isCounted} onTap={() => void hand()} />
      </View>
    </Card>
  );
}

function Receipts({ day }: { readonly day: CounterDay }) {
  const now = useNow();
  if (day.receipts.length === 0) {
    return <EmptyState drawing="letterbox" title="还没有收款" line="收的每一笔都列在这里，交款后重新记。" />;
  }
  return (
    <Card isFlush>
      {day.receipts.map(({ orderId, place, at, channel, amount }) => (
        <Row
          key={orderId}
          icon="receipt"
          title={place}
          line={`${channelNames[channel]} ${momentWords(at, now)}`}
          end={<Amount fen={amount} />}
          onTap={() => open(pages.receipt, { orderId })}
        />
      ))}
    </Card>
  );
}

function Earlier({ day }: { readonly day: CounterDay }) {
  const now = useNow();
  if (day.handOvers.length === 0) return null;
  return (
    <>
      <View className="type-heading">交过的款</View>
      <Card isFlush>
        {day.handOvers.map(({ handOverId, at, counted, state }) => (
          <Row
            key={handOverId}
            title={momentWords(at, now)}
            line={formatYuan(counted)}
            end={
              state === 'received' ? <Chip text="已签收" tone="good" /> : <Chip text="待签收" tone="warn" />
            }
          />
        ))}
      </Card>
    </>
  );
}
