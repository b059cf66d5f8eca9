import Taro from '@tarojs/taro';
import { type FeedRow, feedCollection, type Topic } from '../../types/topic';

type Listener = (topics: ReadonlySet<Topic>) => void;

const listeners = new Set<Listener>();
let row: FeedRow['topics'] = {};
let watcher: { close(): void } | undefined;
let isWatching = false;

/**
 * Tells which topics moved in this person's own feed row; returns how to stop. The feed only makes things faster: where it cannot be
 * watched nothing is lost, pages also ask on show, and again while something is pending.
 */
export function watchFeed(listener: Listener): () => void {
  listeners.add(listener);
  begin();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) end();
  };
}

/** Which counters are higher than before. */
export function movedTopics(before: FeedRow['topics'], after: FeedRow['topics']): ReadonlySet<Topic> {
  const topics = Object.keys(after) as Topic[];
  return new Set(topics.filter((topic) => (after[topic] ?? 0) > (before[topic] ?? 0)));
}

function begin(): void {
  if (isWatching) return;
  isWatching = true;
  let isFirst = true;
  try {
    watcher = Taro.cloud
      .database()
      .collection(feedCollection)
      .where({ _openid: '{openid}' })
      .watch({
        onChange: (snapshot) => {
          const { docs } = snapshot as unknown as { readonly docs: readonly FeedRow[] };
          const now = docs[0]?.topics ?? {};
          const moved = movedTopics(row, now);
          row = now;
          if (!isFirst && moved.size > 0) for (const listener of [...listeners]) listener(moved);
          isFirst = false;
        },
        onError: end,
      }) as unknown as { close(): void };
  } catch {
    end();
  }
}

function end(): void {
  const ended = watcher;
  watcher = undefined;
  isWatching = false;
  try {
    ended?.close();
  } catch {
    // It was closed already.
  }
}
