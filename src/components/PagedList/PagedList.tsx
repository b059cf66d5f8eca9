import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useNow } from '../../hooks/useNow';
import type { Pages } from '../../hooks/usePages';
import { Unanswered } from '../Answered/Unanswered';
import { Button } from '../Button/Button';
import { Card } from '../Card/Card';
import { EmptyState, type EmptyStateProps } from '../EmptyState/EmptyState';
import { OfflineBanner } from '../OfflineBanner/OfflineBanner';
import { Skeleton } from '../Skeleton/Skeleton';

export interface PagedListProps<T> {
  readonly list: Pages<T>;
  /** What does not go, where it is refused. */
  readonly title: string;
  /** Where nothing is there: what it means, and how something would come. Undefined where something else stands there. */
  readonly empty: EmptyStateProps | undefined;
  /** What the button for the next page says. */
  readonly moreLabel?: string;
  readonly children: (row: T) => ReactNode;
}

/** A list by pages in all its states: skeleton, refusal with a way out, empty, old, more to come. */
export function PagedList<T>({ list, title, empty, moreLabel = '更多', children }: PagedListProps<T>) {
  const { rows, refusal, hasMore, isLoading, more } = list;
  if (!rows)
    return refusal ? <Unanswered {...{ title, refusal, onAgain: more }} /> : <Skeleton cards={[4]} />;
  return (
    <>
      <ListBanner list={list} />
      {rows.length > 0 && <Card isFlush>{rows.map(children)}</Card>}
      {rows.length === 0 && !hasMore && empty && <EmptyState drawing="letterbox" {...empty} />}
      {hasMore && <Button kind="quiet" label={moreLabel} isBusy={isLoading} onTap={() => void more()} />}
      {refusal && <View className="page__note">{refusal.sentence}</View>}
    </>
  );
}

/** Where the network is gone or the service fails: how old the rows are. */
export function ListBanner<T>({ list: { old, again } }: { readonly list: Pages<T> }) {
  const now = useNow();
  return old ? <OfflineBanner {...old} now={now} onRetry={() => void again()} /> : null;
}
