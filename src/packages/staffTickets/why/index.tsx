import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Card, Chip, EmptyState, Icon, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { stateChip } from '@/words/tickets';
import { momentWords } from '@/words/timeWords';
import type { DispatchCandidate, DispatchWhy } from '../../../../types/contract/ticketWork';
import { checkWords } from '../checkWords';
import { ReasonSheet } from '../ReasonSheet';
import { AfterCheck } from './AfterCheck';
import { Course } from './Course';
import { arrivalWords, linesOf, mostCompared, standingNames } from './whyWords';
import './index.css';

/** 为什么派给他: one sentence, then those compared as it stood at that moment (B2). */
export default function Why() {
  const { ticketId } = useParameters();
  const asked = useAnswer('ticketWork.why', ticketId === undefined ? undefined : { ticketId }, {
    topics: ['work'],
    isKept: true,
  });
  const [isBad, sayBad] = useState(false);
  const change = useChange('ticketWork.afterCheck');
  const why = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  const isDue = why?.can.includes('ticketWork.afterCheck') === true;
  const words = checkWords(why?.afterCheck ?? {});
  const checked = () => {
    sayBad(false);
    void asked.again();
  };
  const bad = async (note: string) => {
    if (ticketId && (await change.run({ ticketId, verdict: 'bad', note }))) checked();
  };
  return (
    <Page
      name="why"
      banner={<AnswerBanner asked={asked} />}
      footer={
        isDue &&
        ticketId && (
          <AfterCheck {...{ ticketId, words, change }} onBad={() => sayBad(true)} onChecked={checked} />
        )
      }
      over={
        isBad && (
          <ReasonSheet
            title={words.wrong}
            line={words.told}
            usual={words.usual}
            button="记下"
            {...{ isBusy: change.isBusy, refusal: change.refusal }}
            onClose={() => sayBad(false)}
            onReason={(note) => void bad(note)}
          />
        )
      }
    >
      <Answered asked={asked} title="派单原因暂时看不到" cards={[2, 6]}>
        {(why) => <Reasons why={why} />}
      </Answered>
    </Page>
  );
}

function Reasons({ why }: { readonly why: DispatchWhy }) {
  const now = useNow();
  const others = why.candidates.slice(mostCompared);
  const { title, place, state } = why.ticket;
  return (
    <>
      <View className="between">
        <View className="why__head">
          <View className="type-heading">{title}</View>
          <View className="type-second tabular">
            {`${place}，${momentWords(why.at, now)}${state === 'waiting' ? '' : ' 派单'}`}
          </View>
        </View>
        <View className="between__end">
          <Chip {...stateChip(state)} />
        </View>
      </View>
      <Card>
        <View className="type-title">{why.sentence}</View>
        <View className="type-second why__principle">{why.principle}</View>
      </Card>
      {why.candidates.length === 0 ? (
        <EmptyState drawing="letterbox" title="当时没有人可比" line="有人在岗后，会自动再派。" />
      ) : (
        <Comparison why={why} />
      )}
      {others.length > 0 && (
        <Card isFlush>
          {others.map((one) => (
            <Row
              key={one.staffId}
              title={one.name}
              line={one.reason ?? standingNames[one.standing]}
              {...endOf(one)}
            />
          ))}
        </Card>
      )}
      <Course why={why} now={now} />
      {why.afterCheck && <Checked check={why.afterCheck} />}
    </>
  );
}

function endOf(candidate: DispatchCandidate): { readonly end?: string } {
  const arrival = arrivalWords(candidate);
  return arrival === false ? {} : { end: arrival };
}

function Checked({ check }: { readonly check: NonNullable<DispatchWhy['afterCheck']> }) {
  if (check.state === 'due') return null;
  return (
    <Card>
      <View className={check.state === 'good' ? 'tone-good' : 'tone-bad'}>
        {checkWords(check).done[check.state]}
      </View>
      {check.note && <View className="type-second">{check.note}</View>}
    </Card>
  );
}

function Comparison({ why }: { readonly why: DispatchWhy }) {
  const shown = why.candidates.slice(0, mostCompared);
  const givenAt = shown.findIndex(({ standing }) => standing === 'given');
  const cell = (index: number) => `why__cell${index === givenAt ? ' why__cell--given' : ''}`;
  return (
    <Card>
      <View className="why__line why__line--head">
        <View className="why__name" />
        {shown.map(({ staffId, name, standing }, index) => (
          <View key={staffId} className={cell(index)}>
            <View className="strong">{name}</View>
            <View className="type-second">{standingNames[standing]}</View>
          </View>
        ))}
      </View>
      {linesOf(why).map(({ name, cells, isTotal }) => (
        <View key={name} className={`why__line${isTotal ? ' why__line--total' : ''}`}>
          <View className="why__name type-second">{name}</View>
          {cells.map((value, index) => (
            <View key={shown[index]?.staffId ?? name} className={cell(index)}>
              <Value value={value} />
            </View>
          ))}
        </View>
      ))}
    </Card>
  );
}

function Value({ value }: { readonly value: boolean | string }) {
  if (typeof value === 'string') return <View className="tabular">{value}</View>;
  return value ? (
    <View className="tone-good" ariaLabel="是">
      <Icon name="check" />
    </View>
  ) : (
    <View ariaLabel="否">–</View>
  );
}
