import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Page } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { titleIs } from '@/services/device';
import { pages } from '@/services/routes';
import type { OutputOf } from '../../../../types/contract';
import { dayOf, type Instant } from '../../../../types/day';
import { DeskRow } from './DeskRow';
import { emptyWords, figureName, filterWords, inputOf, wantedOf } from './listWords';

const pageOf = ({ rows, next, total }: OutputOf<'ticketWork.list'>) => ({ rows, next, total });

/** The tickets behind a figure of the desks: what they are in words, and how many, as the figure said. */
export default function DeskTickets() {
  const { communityId = '', ...parameters } = useParameters();
  const wanted = wantedOf(parameters);
  const now = useNow();
  const list = usePages('ticketWork.list', inputOf(communityId, wanted), pageOf, { topics: ['work'] });
  const title = figureName(wanted.which);
  useEffect(() => titleIs(title), [title]);
  const { none, line } = emptyWords(wanted);
  // Checked where the reasons stand.
  const page = wanted.which === 'afterChecks' ? pages.dispatchWhy : pages.deskTicket;
  return (
    <Page name="desk-tickets">
      <View className="between">
        <View className="type-second">{filterWords(wanted, dayOf(now as Instant))}</View>
        {list.total !== undefined && (
          <View className="between__end strong tabular">{`${list.total} 单`}</View>
        )}
      </View>
      <PagedList list={list} title="工单暂时看不到" empty={{ title: none, line }}>
        {(row) => <DeskRow key={row.ticketId} {...{ row, now, page }} />}
      </PagedList>
    </Page>
  );
}
