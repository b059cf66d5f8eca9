import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, EmptyState, Icon, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { usePullDown } from '@/hooks/usePullDown';
import { formatMonth, type Instant, type Month, monthAt } from '../../../../types/day';
import { openList } from '../list/openList';
import { useCommunity } from '../useCommunity';
import { Clocks, Complaints, Days, Load, Problems, Stars, Tasks } from './Charts';
import { type Look, Sums } from './Sums';
import './index.css';

/** The manager's month at a glance; every figure opens exactly the tickets it counts. */
export default function TicketsOfMonth() {
  const { communityId, unknown } = useCommunity();
  const thisMonth = monthAt(Date.now() as Instant);
  const [month, choose] = useState<Month>(thisMonth);
  const asked = useAnswer(
    'ticketDesks.month',
    communityId === undefined ? undefined : { communityId, month },
    { isKept: true },
  );
  usePullDown(asked.again);
  const look: Look = (which, of = undefined) => openList(communityId, { which, month, ...of });
  return (
    <Page name="month" banner={<AnswerBanner asked={asked} />}>
      <Picker
        mode="date"
        fields="month"
        value={month}
        end={thisMonth}
        onChange={({ detail }) => choose(detail.value as Month)}
      >
        <View
          className="month__pick type-heading"
          ariaRole="button"
          ariaLabel={`${formatMonth(month)}，换一个月`}
        >
          {formatMonth(month)}
          <Icon name="chevron-down" />
        </View>
      </Picker>
      <Answered asked={unknown ?? asked} title="月报暂时打不开" cards={[4, 6, 4]}>
        {(figures) =>
          figures.tickets === 0 ? (
            <EmptyState drawing="letterbox" title="这个月没有工单" line="可以在上面换一个月。" />
          ) : (
            <>
              <Sums figures={figures} look={look} />
              <Days figures={figures} onDay={(day) => openList(communityId, { which: 'reported', day })} />
              <Clocks figures={figures} look={look} />
              <Problems figures={figures} look={look} />
              <Load figures={figures} look={look} />
              <Tasks figures={figures} look={look} />
              <Stars figures={figures} look={look} />
              <Complaints figures={figures} look={look} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
