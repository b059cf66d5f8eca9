import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, Icon, Page, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import type { FinanceDesk } from '../../../../types/contract/desk';
import { type Instant, type Month, monthAt } from '../../../../types/day';
import { Arrears } from './Arrears';
import { Cases } from './Cases';
import { Collection } from './Collection';
import { firstMonthShown } from './deskWords';
import { Today } from './Today';
import './index.css';

/** The finance desk: how much of the month is in, what is overdue, what came today, what is to be done. Every figure opens. */
export default function Desk() {
  const { communityId = '' } = useParameters();
  const thisMonth = monthAt(Date.now() as Instant);
  const [month, setMonth] = useState<Month>();
  const asked = useAnswer(
    'desk.finance',
    { communityId, ...(month ? { month } : {}) },
    { topics: ['payments', 'work'] },
  );
  const openCases = asked.answer.kind === 'ready' ? asked.answer.value.openCases : 0;
  return (
    <Page
      name="desk"
      banner={<AnswerBanner asked={asked} />}
      {...(openCases > 0
        ? {
            footer: (
              <Button label={`处理 ${openCases} 笔差异`} onTap={() => open(pages.cases, { communityId })} />
            ),
          }
        : {})}
    >
      <Answered asked={asked} title="财务台暂时打不开" cards={[6, 4, 3]}>
        {(desk) => (
          <>
            <Collection
              desk={desk}
              communityId={communityId}
              choice={
                <Picker
                  mode="date"
                  fields="month"
                  value={desk.month}
                  start={firstMonthShown(thisMonth)}
                  end={thisMonth}
                  onChange={({ detail }) => setMonth(detail.value as Month)}
                >
                  <View className="desk__month" ariaRole="button" ariaLabel={`${desk.month}，换一个月`}>
                    {Number(desk.month.slice(5))}月
                    <Icon name="chevron-down" />
                  </View>
                </Picker>
              }
            />
            <Arrears desk={desk} communityId={communityId} />
            <Today desk={desk} communityId={communityId} />
            {desk.openCases > 0 && <Cases count={desk.openCases} communityId={communityId} />}
            <Waiting desk={desk} communityId={communityId} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Waiting({ desk, communityId }: { readonly desk: FinanceDesk; readonly communityId: string }) {
  const rows = [
    { title: '待开发票', count: desk.invoicesAsked, page: pages.invoices, icon: 'document' },
    { title: '账单疑问', count: desk.questions, page: pages.questions, icon: 'question' },
    { title: '待签收的交款', count: desk.handOversWaiting, page: pages.handOvers, icon: 'cash' },
    { title: '没通知到的人', count: desk.notReached, page: pages.notReached, icon: 'phone' },
  ] as const;
  return (
    <>
      <View className="type-heading">等着处理</View>
      <Card isFlush>
        {rows.map(({ title, count, page, icon }) => (
          <Row
            key={title}
            icon={icon}
            title={title}
            end={count === 0 ? '没有' : `${count} 件`}
            onTap={() => open(page, { communityId })}
          />
        ))}
        <Row
          icon="document"
          title="科目余额"
          line={desk.trialBalance === 0 ? '借贷平衡' : '借贷不平，请联系技术人员'}
          onTap={() => open(pages.accounts, { communityId })}
        />
      </Card>
    </>
  );
}
