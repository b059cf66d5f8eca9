import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, Choice, EmptyState, Page, Refusal, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useParameters } from '@/hooks/useParameters';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import type { BillRunView } from '../../../../types/contract/charging';
import { formatMonth, type Instant, type Month, monthAt } from '../../../../types/day';
import { formatYuan } from '../../../../types/yuan';
import { isAtWork, percentOf, runStates, startableMonths, stuckState } from '../billRun/billRunWords';
import { Billing } from './Billing';

/** Row C1: the monthly runs, newest first; starting one; whether they begin and publish by themselves. */
export default function BillRuns() {
  const { communityId = '' } = useParameters();
  const asked = useAnswer(
    'charging.billRuns',
    { communityId },
    { topics: ['work'], isPending: (runs) => runs.some((run) => isAtWork(run) && !run.isStuck) },
  );
  usePullDown(asked.again);
  return (
    <Page name="bill-runs" banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked} title="账单批次暂时看不到" cards={[3, 4]}>
        {(runs) => (
          <>
            <Start communityId={communityId} runs={runs} />
            {runs.length === 0 ? (
              <EmptyState
                drawing="letterbox"
                title="还没有出过账"
                line="选好月份点“出账”，先出草稿给您核对，发布后业主才看得到。"
              />
            ) : (
              <Card isFlush>
                {runs.map((run) => (
                  <Run key={run.billRunId} run={run} />
                ))}
              </Card>
            )}
          </>
        )}
      </Answered>
      <Billing communityId={communityId} />
    </Page>
  );
}

function Run({ run }: { readonly run: BillRunView }) {
  const line = isAtWork(run)
    ? `${run.homesDone}/${run.homes} 户，${percentOf(run)}%`
    : `${run.bills} 笔，${formatYuan(run.sum)}`;
  return (
    <Row
      icon="receipt"
      title={formatMonth(run.month)}
      line={line}
      chip={run.isStuck ? stuckState : runStates[run.state]}
      onTap={() => open(pages.billRun, { billRunId: run.billRunId })}
    />
  );
}

interface StartProps {
  readonly communityId: string;
  readonly runs: readonly BillRunView[];
}

function Start({ communityId, runs }: StartProps) {
  const thisMonth = monthAt(Date.now() as Instant);
  const free = startableMonths(thisMonth).filter((month) => runs.every((run) => run.month !== month));
  const [chosen, choose] = useState<Month>();
  const starting = useChange('charging.startBillRun');
  const month = chosen && free.includes(chosen) ? chosen : free.find((each) => each <= thisMonth);
  const start = async () => {
    if (month === undefined) return;
    const run = await starting.run({ communityId, month });
    if (run) open(pages.billRun, { billRunId: run.billRunId });
  };
  return (
    <Card>
      <View className="stack">
        <View className="type-heading">出哪个月的账</View>
        <Choice
          label="出哪个月的账"
          options={free.map((value) => ({ value, name: `${Number(value.slice(5))}月` }))}
          value={month}
          onChange={choose}
        />
        {starting.refusal && <Refusal sentence={starting.refusal.sentence} />}
        <Button
          label={month ? `出${Number(month.slice(5))}月的账` : '这几个月都出过了'}
          isBusy={starting.isBusy}
          isDisabled={month === undefined}
          onTap={() => void start()}
        />
        <View className="type-second">先出草稿，核对后再发布。没核对完的批次会拦住下一个月。</View>
      </View>
    </Card>
  );
}
