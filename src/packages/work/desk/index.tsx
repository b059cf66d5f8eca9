import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Icon, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import { momentWords } from '@/words/timeWords';
import { type Instant, type Month, monthAt } from '../../../../types/day';
import { useDuties } from '../useDuties';
import { Arrears } from './Arrears';
import { Cases } from './Cases';
import { Collection } from './Collection';
import { firstMonthShown } from './deskWords';
import { Today } from './Today';
import { Waiting } from './Waiting';
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
  const isFinance = useDuties(communityId).includes('finance');
  const openCases = isFinance && asked.answer.kind === 'ready' ? asked.answer.value.openCases : 0;
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
            {desk.countedTo !== undefined && (
              <View className="type-second" id="counting">
                正在补算，下面是{momentWords(desk.countedTo, Date.now())}为止的数字，请稍后再看
              </View>
            )}
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
            {openCases > 0 && <Cases count={openCases} communityId={communityId} />}
            <Waiting desk={desk} communityId={communityId} isFinance={isFinance} />
          </>
        )}
      </Answered>
    </Page>
  );
}
