import { View } from '@tarojs/components';
import { Amount, AnswerBanner, Answered, Card, Chip, Facts, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import { grouped } from '@/words/grouped';
import { momentWords } from '@/words/timeWords';
import type { BillRunView } from '../../../../types/contract/charging';
import { formatMonth } from '../../../../types/day';
import { formatYuan } from '../../../../types/yuan';
import { isAtWork, percentOf, runStates, stuckState } from './billRunWords';
import { NextStep } from './NextStep';
import './index.css';

/** One run: how far it is, what it comes to, what should be looked at, and publishing it. */
export default function BillRun() {
  const { billRunId = '' } = useParameters();
  const asked = useAnswer('charging.billRun', { billRunId }, { topics: ['work'], isPending: isAtWork });
  usePullDown(asked.again);
  const run = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  return (
    <Page
      name="bill-run"
      banner={<AnswerBanner asked={asked} />}
      {...(run && hasFooter(run) ? { footer: <NextStep run={run} asked={asked} /> } : {})}
    >
      <Answered asked={asked} title="账单批次暂时看不到" cards={[3, 3, 3]}>
        {(shown) => (
          <>
            <Head run={shown} />
            <Items run={shown} />
            <Looks run={shown} />
          </>
        )}
      </Answered>
    </Page>
  );
}

/** Something is to be done: it was given up, waits to be published, or has left something out. */
function hasFooter({ state, unbillable, isStuck }: BillRunView): boolean {
  return isStuck === true || state === 'drafted' || (state === 'published' && unbillable > 0);
}

function Head({ run }: { readonly run: BillRunView }) {
  const now = useNow();
  const { month, state, bills, sum, homes, homesDone, startedAt, publishedAt, publishesAt } = run;
  const facts = [
    { name: '账单', value: `${grouped(bills)} 笔` },
    { name: '房屋', value: `${grouped(homes)} 户` },
    { name: '开始', value: momentWords(startedAt, now) },
    ...(publishedAt ? [{ name: '发布', value: momentWords(publishedAt, now) }] : []),
    ...(publishesAt && state === 'drafted'
      ? [{ name: '自动发布', value: momentWords(publishesAt, now) }]
      : []),
  ];
  return (
    <Card>
      <View className="between">
        <View className="type-heading">{formatMonth(month)}</View>
        <Chip {...(run.isStuck ? stuckState : runStates[state])} />
      </View>
      <Amount fen={sum} size="amount" />
      {isAtWork(run) && (
        <>
          <View className="bill-run__track">
            <View className="bill-run__done" style={{ width: `${percentOf(run)}%` }} />
          </View>
          <View className="type-second tabular">
            {grouped(homesDone)}/{grouped(homes)} 户，{percentOf(run)}%。
            {run.isStuck ? '' : '可以离开这个页面，会自己做完。'}
          </View>
        </>
      )}
      <View className="rule" />
      <Facts isQuiet facts={facts} />
    </Card>
  );
}

function Items({ run: { sumByItem } }: { readonly run: BillRunView }) {
  if (sumByItem.length === 0) return null;
  return (
    <Card>
      <View className="type-heading">按收费项目</View>
      <Facts
        facts={sumByItem.map(({ itemName, bills, sum }) => ({
          name: `${itemName} ${grouped(bills)} 笔`,
          value: formatYuan(sum),
        }))}
      />
    </Card>
  );
}

function Looks({ run }: { readonly run: BillRunView }) {
  const { billRunId, outliers, unbillable, bills, state } = run;
  if (state === 'drafting') return null;
  const look = (which: string, title: string) => open(pages.billRunRows, { billRunId, which, title });
  return (
    <Card isFlush>
      <Row
        icon="alert"
        title="和上期差很多"
        line={outliers === 0 ? '没有' : '发布前看一眼'}
        end={`${grouped(outliers)} 笔`}
        onTap={() => look('outliers', '和上期差很多')}
      />
      <Row
        icon="warning"
        title="没能出账"
        line={unbillable === 0 ? '没有' : '每笔都写了原因，补齐后再出一次'}
        end={`${grouped(unbillable)} 笔`}
        onTap={() => look('unbillable', '没能出账')}
      />
      <Row
        icon="receipt"
        title="全部账单"
        end={`${grouped(bills)} 笔`}
        onTap={() => look('bills', '全部账单')}
      />
    </Card>
  );
}
