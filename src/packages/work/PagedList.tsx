import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button, Card, EmptyState, Refusal, Skeleton } from '@/components';
import type { Pages } from '@/hooks/usePages';

export interface PagedListProps<T> {
  readonly list: Pages<T>;
  /** What does not go, where it is refused. */
  readonly title: string;
  /** Where nothing is there: what it means, and how something would come. */
  readonly empty: { readonly title: string; readonly line: string };
  readonly children: (row: T) => ReactNode;
}

/** A list by pages in all its states. */
export function PagedList<T>({ list, title, empty, children }: PagedListProps<T>) {
  if (list.refusal && !list.rows) {
    return (
      <Refusal title={title} sentence={list.refusal.sentence}>
        <Button kind="outline" label="再试一次" onTap={() => void list.more()} />
      </Refusal>
    );
  }
  if (!list.rows) return <Skeleton cards={[4]} />;
  if (list.rows.length === 0) return <EmptyState drawing="letterbox" {...empty} />;
  return (
    <>
      <Card isFlush>{list.rows.map(children)}</Card>
      {list.hasMore && (
        <Button kind="quiet" label="更多" isBusy={list.isLoading} onTap={() => void list.more()} />
      )}
      {list.refusal && <View className="page__note">{list.refusal.sentence}</View>}
    </>
  );
}
