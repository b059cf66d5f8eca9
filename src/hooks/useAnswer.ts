import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf, ReadingAction } from '../../types/contract';
import type { Topic } from '../../types/topic';
import { ask } from '../services/cloud';
import { isPassing } from '../services/failure';
import { watchFeed } from '../services/feed';
import { useDidHide, useDidShow } from '../services/lifecycle';
import { forget, keep, recall } from '../services/storage';
import { type Answer, afterAsking, atFirst, type Kept, missingFor } from './answer';
import { useRecovery } from './useRecovery';

export interface AnswerOptions<T> {
  /** Asks again when one of these moves in the person's feed row. */
  readonly topics?: readonly Topic[];
  /** Remembers the last answer on the phone, to be shown at once and without a network. */
  readonly isKept?: boolean;
  /** Asks again every 5 s while this holds, and the page is seen. */
  readonly isPending?: (value: T) => boolean;
}

/** Milliseconds between two looks while something is pending. */
const pendingPause = 5_000;

/** What the callbacks of a hook see, whichever drawing made them. */
interface Latest<A extends ReadingAction> {
  key: string | undefined;
  input: InputOf<A> | undefined;
  options: AnswerOptions<OutputOf<A>>;
  answer: Answer<OutputOf<A>>;
  /** The question that is on its way; empty when none is. */
  asking: string;
  hasNews: boolean;
  isSeen: boolean;
  look?: () => Promise<void>;
}

export interface Asked<T> {
  readonly answer: Answer<T>;
  /** Asks again; resolves when answered. */
  again(): Promise<void>;
  /** Takes a newer value that a change has answered. */
  take(value: T): void;
}

/**
 * One question of a page: asked when it opens, whenever it is shown again, when the feed moves, when the network comes back, and every 20 s while the service fails.
 * Without an input (undefined) nothing is asked.
 */
export function useAnswer<A extends ReadingAction>(
  action: A,
  input: InputOf<A> | undefined,
  options: AnswerOptions<OutputOf<A>> = {},
): Asked<OutputOf<A>> {
  type Value = OutputOf<A>;
  const key = input === undefined ? undefined : `answer:${action}:${JSON.stringify(input)}`;
  const [answer, setAnswer] = useState<Answer<Value>>(() => firstOf<Value>(key, options.isKept));
  const latest = useRef<Latest<A>>({ key, input, options, answer, asking: '', hasNews: false, isSeen: true });
  const state = latest.current;
  if (state.key !== key) state.answer = firstOf<Value>(key, options.isKept);
  Object.assign(state, { key, input, options });

  const show = useCallback((next: Answer<Value>) => {
    const { key, options } = latest.current;
    latest.current.answer = next;
    setAnswer(next);
    if (!key || !options.isKept) return;
    // What one may no longer see is not left on the phone.
    if (next.kind === 'refused' && !isPassing(next.refusal)) forget(key);
    if (next.kind !== 'ready' || next.missing) return;
    keep(key, { value: next.value, at: next.at } satisfies Kept<Value>);
  }, []);

  const look = useCallback(async () => {
    const { key, input } = latest.current;
    if (key === undefined || input === undefined || latest.current.asking === key) return;
    latest.current.asking = key;
    latest.current.hasNews = false;
    const outcome = await ask(action, input);
    if (latest.current.asking === key) latest.current.asking = '';
    if (latest.current.key === key) show(afterAsking(latest.current.answer, outcome, Date.now()));
    if (latest.current.hasNews) await latest.current.look?.();
  }, [action, show]);
  latest.current.look = look;

  const again = useCallback(async () => {
    // An answer that is on its way may have been decided before what we are told of: it is asked for once more.
    if (latest.current.asking !== '') latest.current.hasNews = true;
    await look();
  }, [look]);

  const take = useCallback((value: Value) => show({ kind: 'ready', value, at: Date.now() }), [show]);

  useEffect(() => {
    setAnswer(latest.current.answer);
    if (key !== undefined) void look();
  }, [key, look]);
  useAskingAgain(latest, { look, again });
  return { answer: state.answer, again, take };
}

function firstOf<T>(key: string | undefined, isKept: boolean | undefined): Answer<T> {
  return atFirst(key && isKept ? recall<Kept<T>>(key) : undefined);
}

/** On show, on the feed, while pending, and when what was missing is back. */
function useAskingAgain<A extends ReadingAction>(
  latest: { readonly current: Latest<A> },
  { look, again }: { readonly look: () => Promise<void>; readonly again: () => Promise<void> },
): void {
  useDidShow(() => {
    latest.current.isSeen = true;
    void look();
  });
  useDidHide(() => {
    latest.current.isSeen = false;
  });
  useEffect(() => {
    const stopFeed = watchFeed((topics) => {
      if (!latest.current.options.topics?.some((topic) => topics.has(topic))) return;
      if (latest.current.isSeen) void again();
      // A hidden page asks when it is shown; what was asked before does not count as that.
      else if (latest.current.asking !== '') latest.current.hasNews = true;
    });
    const timer = setInterval(() => {
      const { answer, options, isSeen } = latest.current;
      if (isSeen && answer.kind === 'ready' && options.isPending?.(answer.value)) void again();
    }, pendingPause);
    return () => {
      stopFeed();
      clearInterval(timer);
    };
  }, [latest, again]);
  useRecovery(() => missingFor(latest.current.answer), again);
}
