import Taro from '@tarojs/taro';
import { type FeedRow, feedCollection, type Topic } from '../../types/topic';
import { watchNetwork } from './device';

type Listener = (topics: ReadonlySet<Topic>) => void;

/** Milliseconds after which a broken watch is begun again. */
const retryPause = 10_000;
/** Milliseconds a watch outlives its last page: from one page to the next it need not be begun anew, which takes WeChat seconds. */
const lingering = 15_000;
/** Milliseconds within which the first look belongs to what pages have asked for themselves. */
const promptly = 1_000;

const listeners = new Set<Listener>();
/** The counters that were seen last, through all interruptions; undefined until the first look. */
let row: FeedRow['topics'] | undefined;
let watcher: { close(): void } | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let stopNetwork: (() => void) | undefined;
let begunAt = 0;
let leaving: ReturnType<typeof setTimeout> | undefined;

/**
 * Tells which topics moved in this person's own feed row; returns how to stop. What moved during an interruption is told after it. The
 * feed only makes things faster: where it cannot be watched nothing is lost, pages also ask on show, and again while something is
 * pending.
 */
export function watchFeed(listener: Listener): () => void {
  clearTimeout(leaving);
  if (!stopNetwork) start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    clearTimeout(leaving);
    if (listeners.size === 0) leaving = setTimeout(stop, lingering);
  };
}

/** Which counters are higher than before. */
export function movedTopics(before: FeedRow['topics'], after: FeedRow['topics']): ReadonlySet<Topic> {
  const topics = Object.keys(after) as Topic[];
  return new Set(topics.filter((topic) => (after[topic] ?? 0) > (before[topic] ?? 0)));
}

function start(): void {
  begin();
  let wasOnline = true;
  stopNetwork = watchNetwork((isOnline) => {
    // A watch that lived through an outage may never speak again.
    if (isOnline && !wasOnline) begin();
    wasOnline = isOnline;
  });
}

function stop(): void {
  stopNetwork?.();
  stopNetwork = undefined;
  end();
}

function begin(): void {
  end();
  begunAt = Date.now();
  try {
    watcher = Taro.cloud
      .database()
      .collection(feedCollection)
      .where({ _openid: '{openid}' })
      .watch({
        onChange: (snapshot) => heard((snapshot as unknown as { readonly docs: readonly FeedRow[] }).docs[0]),
        onError: tryLater,
      }) as unknown as { close(): void };
  } catch {
    tryLater();
  }
}

function heard(feed: FeedRow | undefined): void {
  const now = feed?.topics ?? {};
  // A first look that comes late may already hold what moved after the pages had asked.
  const moved = row || Date.now() - begunAt > promptly ? movedTopics(row ?? {}, now) : new Set<Topic>();
  row = now;
  if (moved.size > 0) for (const listener of [...listeners]) listener(moved);
}

function tryLater(): void {
  end();
  retry = setTimeout(() => {
    if (listeners.size > 0) begin();
  }, retryPause);
}

function end(): void {
  clearTimeout(retry);
  const ended = watcher;
  watcher = undefined;
  try {
    ended?.close();
  } catch {
    // It was closed already.
  }
}
