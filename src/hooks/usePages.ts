import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf, ReadingAction } from '../../types/contract';
import { granted, type Outcome, type Refusal } from '../../types/refusal';
import type { Topic } from '../../types/topic';
import { ask } from '../services/cloud';
import { isPassing, type Missing } from '../services/failure';
import { watchFeed } from '../services/feed';
import { useDidHide, useDidShow, useReachBottom } from '../services/lifecycle';
import { forget, keep, recall } from '../services/storage';
import { type PageOf, pagesAnew } from './pagesAnew';
import { afterAnew, afterMore, type KeptPages, keptOf, missingIn, type ShownPages } from './shownPages';
import { useRecovery } from './useRecovery';

/** Milliseconds after which news look again whether the rows that were on their way are there. */
const loadingPause = 300;

export interface Pages<T> {
  /** Undefined until the first page is there. */
  readonly rows: readonly T[] | undefined;
  /** How many there are in all, where the first page says so. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly refusal: Refusal | undefined;
  /** For want of what the rows could not be asked for once more, and of when they are. */
  readonly old: { readonly missing: Missing; readonly at: number } | undefined;
  /** The next page; again after a refusal. */
  more(): Promise<void>;
  /** As many pages as are there once more. */
  again(): Promise<void>;
}

export interface PagesOptions {
  /** Asks for what is there once more when one of these moves in the person's feed row. */
  readonly topics?: readonly Topic[];
  /** Remembers the first rows on the phone, to be shown at once and without a network. */
  readonly isKept?: boolean;
}

/** What the callbacks of a hook see, whichever drawing made them. */
interface Latest<A extends ReadingAction, T> {
  key: string;
  input: InputOf<A>;
  shown: ShownPages<T>;
  isLoading: boolean;
  pageOf: (output: OutputOf<A>) => PageOf<T>;
  again?: () => Promise<void>;
}

/**
 * A list by cursor: the first page when it opens or its input changes, the next ones on reaching the bottom; as many pages as were there once
 * more when one comes back to it and when the feed moves. What was asked in vain is asked again when the network is back, and every 20 s while the service fails.
 */
export function usePages<A extends ReadingAction, T>(
  action: A,
  input: InputOf<A>,
  pageOf: (output: OutputOf<A>) => PageOf<T>,
  { topics, isKept = false }: PagesOptions = {},
): Pages<T> {
  const key = `answer:pages:${action}:${JSON.stringify(input)}`;
  const [shown, setShown] = useState<ShownPages<T>>(() => firstOf<T>(key, isKept));
  const [isLoading, setLoading] = useState(false);
  const latest = useRef<Latest<A, T>>({ key, input, shown, isLoading, pageOf });
  Object.assign(latest.current, { key, input, pageOf });

  const show = useCallback(
    (next: ShownPages<T>) => {
      latest.current.shown = next;
      setShown(next);
      if (isKept) remember(latest.current.key, next);
    },
    [isKept],
  );

  const askPage = useCallback(
    async (after: string | undefined): Promise<Outcome<PageOf<T>>> => {
      const { input, pageOf } = latest.current;
      const from = after === undefined ? {} : { after };
      const outcome = await ask(action, { ...input, ...from } as InputOf<A>);
      return outcome.ok ? granted(pageOf(outcome.value)) : outcome;
    },
    [action],
  );

  const more = useCallback(async () => {
    const state = latest.current;
    const isDone = state.shown.rows !== undefined && state.shown.next === undefined;
    if (state.isLoading || isDone) return;
    const asked = state.key;
    state.isLoading = true;
    setLoading(true);
    const outcome = await askPage(state.shown.next);
    state.isLoading = false;
    setLoading(false);
    if (latest.current.key !== asked) return void latest.current.again?.();
    show(afterMore(state.shown, outcome, Date.now()));
  }, [askPage, show]);

  /** What is loaded stays until its newer form is there, also while the service or the network fails. */
  const again = useCallback(async () => {
    const state = latest.current;
    const { key: asked, shown } = state;
    if (shown.rows === undefined) return void more();
    if (state.isLoading) return;
    state.isLoading = true;
    const outcome = await pagesAnew(askPage, shown.rows.length);
    state.isLoading = false;
    if (latest.current.key !== asked) return void latest.current.again?.();
    show(afterAnew(state.shown, outcome, Date.now()));
  }, [askPage, more, show]);
  latest.current.again = again;

  useEffect(() => {
    latest.current.key = key;
    show(firstOf<T>(key, isKept));
    void again();
  }, [key, isKept, again, show]);
  useReachBottom(() => void more());
  useReturn(again);
  useNews(topics, () => latest.current.isLoading, again);
  useRecovery(
    () => missingIn(latest.current.shown),
    // Where the rows are old, those that come after them would not fit them.
    () => (latest.current.shown.missing ? again() : more()),
  );
  const { rows, total, next, refusal, missing, at = 0 } = shown;
  const old = missing && { missing, at };
  return { rows, total, hasMore: next !== undefined, isLoading, refusal, old, more, again };
}

function firstOf<T>(key: string, isKept: boolean): ShownPages<T> {
  return (isKept && recall<KeptPages<T>>(key)) || {};
}

/** What one may no longer see is not left on the phone; of what is there its first rows stay. */
function remember<T>(key: string, shown: ShownPages<T>): void {
  const { rows, missing, refusal } = shown;
  if (!rows && refusal && !isPassing(refusal)) forget(key);
  if (rows && !missing) keep(key, keptOf(shown));
}

/** When the feed moves; a hidden page asks when it is shown. News that come while rows are on their way have them asked for once more. */
function useNews(
  topics: readonly Topic[] | undefined,
  isLoading: () => boolean,
  again: () => Promise<void>,
): void {
  const latest = useRef({ topics, isLoading, again, isSeen: true });
  Object.assign(latest.current, { topics, isLoading, again });
  const hasTopics = topics !== undefined;
  useDidShow(() => {
    latest.current.isSeen = true;
  });
  useDidHide(() => {
    latest.current.isSeen = false;
  });
  useEffect(() => {
    if (!hasTopics) return;
    let later: ReturnType<typeof setTimeout> | undefined;
    const told = () => {
      clearTimeout(later);
      const { isSeen, isLoading, again } = latest.current;
      if (isLoading()) later = setTimeout(told, loadingPause);
      else if (isSeen) void again();
    };
    const stop = watchFeed((moved) => {
      if (latest.current.topics?.some((topic) => moved.has(topic))) told();
    });
    return () => {
      clearTimeout(later);
      stop();
    };
  }, [hasTopics]);
}

/** When one comes back to the page; its first show is the opening, which asks by itself. */
function useReturn(returned: () => Promise<void>): void {
  const wasHidden = useRef(false);
  useDidHide(() => {
    wasHidden.current = true;
  });
  useDidShow(() => {
    if (wasHidden.current) void returned();
    wasHidden.current = false;
  });
}
