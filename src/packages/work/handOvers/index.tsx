import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  AnswerBanner,
  Answered,
  Button,
  Card,
  Chip,
  EmptyState,
  Facts,
  Page,
  Refusal,
  Row,
  Sheet,
} from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { momentWords } from '@/words/timeWords';
import type { HandOver } from '../../../../types/contract/counter';
import { formatYuan } from '../../../../types/yuan';
import { Remark } from '../Remark';
import { differenceWords } from './handOverWords';

/** What colleagues handed over; finance counts it and signs. */
export default function HandOvers() {
  const { communityId = '' } = useParameters();
  const now = useNow();
  const asked = useAnswer('counter.handOvers', { communityId }, { topics: ['work'] });
  const [chosen, choose] = useState<HandOver>();
  const close = (moved: boolean) => {
    choose(undefined);
    if (moved) void asked.again();
  };
  return (
    <Page
      name="hand-overs"
      banner={<AnswerBanner asked={asked} />}
      over={chosen && <HandOverSheet handOver={chosen} onClose={close} />}
    >
      <Answered asked={asked} title="交款暂时看不到" cards={[4]}>
        {(handOvers) =>
          handOvers.length === 0 ? (
            <EmptyState
              drawing="letterbox"
              title="还没有交款"
              line="同事在柜台收款后交来的现金，会列在这里等您签收。"
            />
          ) : (
            <Card isFlush>
              {handOvers.map((handOver) => (
                <Row
                  key={handOver.handOverId}
                  icon="cash"
                  title={`${handOver.staffName} ${formatYuan(handOver.counted)}`}
                  line={`${momentWords(handOver.at, now)}，${differenceWords(handOver.difference)}`}
                  end={
                    handOver.state === 'received' ? (
                      <Chip text="已签收" tone="good" />
                    ) : (
                      <Chip text="待签收" tone="brand" />
                    )
                  }
                  onTap={() => choose(handOver)}
                />
              ))}
            </Card>
          )
        }
      </Answered>
    </Page>
  );
}

function HandOverSheet({
  handOver,
  onClose,
}: {
  readonly handOver: HandOver;
  readonly onClose: (moved: boolean) => void;
}) {
  const signing = useChange('counter.receiveHandOver');
  const { handOverId, staffName, onBooks, counted, difference, note, state, receivedBy } = handOver;
  const sign = async () => {
    if (await signing.run({ handOverId })) onClose(true);
  };
  return (
    <Sheet
      label="交款签收"
      onClose={() => onClose(false)}
      {...(state === 'handedOver'
        ? {
            footer: (
              <Button
                label={`收到 ${formatYuan(counted)}，签收`}
                isBusy={signing.isBusy}
                onTap={() => void sign()}
              />
            ),
          }
        : {})}
    >
      <View className="stack">
        <Facts
          facts={[
            { name: '交款人', value: staffName },
            { name: '账上的现金', value: formatYuan(onBooks) },
            { name: '点出来的现金', value: formatYuan(counted) },
            {
              name: '核对',
              value: differenceWords(difference),
              ...(difference === 0 ? {} : { tone: 'bad' as const }),
            },
            ...(receivedBy ? [{ name: '签收人', value: receivedBy }] : []),
          ]}
        />
        <Remark name="说明" text={note} />
        {signing.refusal && <Refusal sentence={signing.refusal.sentence} />}
      </View>
    </Sheet>
  );
}
