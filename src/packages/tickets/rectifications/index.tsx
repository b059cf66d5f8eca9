import { View } from '@tarojs/components';
import { Button, Card, Chip, EmptyState, Page, Skeleton } from '@/components';
import { Unanswered } from '@/components/Answered/Unanswered';
import { ListBanner } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { problemNames } from '@/words/tickets';
import { nearDayWords } from '@/words/timeWords';
import type { Rectification } from '../../../../types/contract/ticketDesks';
import { dayOf, type Instant } from '../../../../types/day';

const pageOf = (page: { readonly rows: readonly Rectification[]; readonly next?: string }) => page;

/** What the company puts right after poor ratings, without names (B7). */
export default function Rectifications() {
  const { communityId = '' } = useParameters();
  const list = usePages('ticketDesks.rectifications', { communityId }, pageOf);
  const today = dayOf(useNow() as Instant);
  return (
    <Page name="rectifications" banner={<ListBanner list={list} />}>
      {!list.rows && !list.refusal && <Skeleton cards={[3, 3]} />}
      {list.refusal && <Unanswered title="整改公示暂时看不到" refusal={list.refusal} onAgain={list.more} />}
      {list.rows?.length === 0 && (
        <EmptyState
          drawing="letterbox"
          title="还没有整改公示"
          line="评价不满意的，整改办法会公布在这里，不写姓名。"
        />
      )}
      {list.rows?.map((row) => (
        <Card key={`${row.publishedAt}-${row.problem}`}>
          <View className="between">
            <View className="type-heading">{row.what}</View>
            <Chip text={problemNames[row.problem]} />
          </View>
          <View className="rule" />
          <View>{row.plan}</View>
          <View className="type-second">{`${nearDayWords(dayOf(row.publishedAt as Instant), today)}公布，${nearDayWords(row.dueOn, today)}前做到`}</View>
        </Card>
      ))}
      {list.hasMore && (
        <Button kind="quiet" label="更早的" isBusy={list.isLoading} onTap={() => void list.more()} />
      )}
    </Page>
  );
}
