import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Card, EmptyState, Icon, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { usePullDown } from '@/hooks/usePullDown';
import { open, pages } from '@/services/routes';
import { gradeNames, problemNames } from '@/words/tickets';
import type { TicketMonth } from '../../../../types/contract/ticketDesks';
import { formatMonth, type Instant, type Month, monthAt } from '../../../../types/day';
import type { ListKind } from '../list/listWords';
import { useCommunity } from '../useCommunity';
import { Bars } from './Bars';
import { againstLast, clockLine, ofLongest, shareWords } from './monthWords';
import './index.css';

type Look = (which: ListKind, part?: { readonly staffId: string; readonly title: string }) => void;
interface MonthProps {
  readonly figures: TicketMonth;
  readonly look: Look;
}

/** The manager's month at a glance; every figure opens to tickets. */
export default function TicketsOfMonth() {
  const communityId = useCommunity();
  const thisMonth = monthAt(Date.now() as Instant);
  const [month, choose] = useState<Month>(thisMonth);
  const asked = useAnswer(
    'ticketDesks.month',
    communityId === undefined ? undefined : { communityId, month },
  );
  usePullDown(asked.again);
  const look: Look = (which, part = undefined) =>
    open(pages.deskTickets, { communityId: communityId ?? '', which, ...part });
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
      <Answered asked={asked} title="月报暂时打不开" cards={[4, 6, 4]}>
        {(figures) =>
          figures.tickets === 0 ? (
            <EmptyState drawing="letterbox" title="这个月没有工单" line="可以在上面换一个月。" />
          ) : (
            <Figures figures={figures} look={look} />
          )
        }
      </Answered>
    </Page>
  );
}

function Figures({ figures, look }: MonthProps) {
  const { clocks, byProblem, load } = figures;
  const held = load.map(({ closed }) => ({ count: closed }));
  return (
    <>
      <Sums figures={figures} look={look} />
      <Days figures={figures} look={look} />
      <Bars
        title="时限"
        note="在时限内办到的占比，满格 100%"
        bars={clocks.map((clock) => {
          const { name, share, line } = clockLine(clock);
          return { id: name, name, value: shareWords(share), line, width: share / 10 };
        })}
        onTap={() => look('late')}
      />
      <Bars
        title="什么事多"
        note="件数，满格是最多的一类"
        bars={byProblem.map(({ problem, count }) => ({
          ...{ id: problem, name: problemNames[problem], value: `${count} 件` },
          width: ofLongest(count, byProblem),
        }))}
        onTap={() => look('closed')}
      />
      <Bars
        title="谁办完多少"
        note="办完的单数，满格是最多的一位"
        bars={load.map(({ staffId, name, closed }) => ({
          ...{ id: staffId, name, value: `${closed} 单`, width: ofLongest(closed, held) },
        }))}
        onTap={(staffId) => {
          const name = load.find((one) => one.staffId === staffId)?.name ?? '';
          look('closed', { staffId, title: `${name}办完的工单` });
        }}
      />
      <Complaints figures={figures} look={look} />
    </>
  );
}

function Sums({ figures, look }: MonthProps) {
  const { tickets, closed, firstTimeFix, repeatVisits, satisfaction } = figures;
  const { rated, meanStars, poor } = satisfaction;
  const sums: readonly { name: string; value: string; line: string; which: ListKind }[] = [
    { name: '工单', value: `${tickets} 件`, line: `已办完 ${closed} 件`, which: 'closed' },
    { name: '一次修好', value: shareWords(firstTimeFix), line: `返修 ${repeatVisits} 次`, which: 'closed' },
    {
      name: '满意度',
      value: rated === 0 ? '还没有' : `${meanStars} 星`,
      line: `${rated} 人评价`,
      which: 'closed',
    },
    { name: '差评', value: `${poor} 件`, line: '两星及以下', which: 'revisits' },
  ];
  return (
    <Card>
      <View className="month__figures">
        {sums.map(({ name, value, line, which }) => (
          <View
            key={name}
            className="month__figure"
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel={`${name} ${value}，${line}`}
            onClick={() => look(which)}
          >
            <View className="type-second">{name}</View>
            <View className="type-title tabular">{value}</View>
            <View className="type-second">{line}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}

function Days({ figures: { byDay }, look }: MonthProps) {
  const most = Math.max(0, ...byDay.map(({ count }) => count));
  return (
    <Card onTap={() => look('open')} label="每天报来多少，看没办完的">
      <View className="type-heading">每天报来多少</View>
      <View className="type-second">{`有工单的日子一天一柱，最多一天 ${most} 件`}</View>
      <View className="month__days" ariaHidden>
        {byDay.map(({ day, count }) => (
          <View key={day} className="month__day" style={{ height: `${ofLongest(count, byDay)}%` }} />
        ))}
      </View>
    </Card>
  );
}

function Complaints({ figures: { complaints }, look }: MonthProps) {
  const { byGrade, bySubject, escalated, answeredInTime } = complaints;
  const grades = byGrade.map(({ grade, count }) => `${gradeNames[grade]} ${count} 件`).join('，');
  return (
    <Bars
      title="投诉"
      note={`${grades}。按时答复 ${shareWords(answeredInTime)}，升级 ${escalated} 件。满格是最多的一类。`}
      bars={bySubject.map(({ problem, count, lastMonth }) => ({
        ...{
          id: problem,
          name: problemNames[problem],
          value: `${count} 件`,
          line: againstLast(count, lastMonth),
        },
        width: ofLongest(count, bySubject),
      }))}
      onTap={() => look('inbox')}
    />
  );
}
