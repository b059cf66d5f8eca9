import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf, ReadingAction } from '../../types/contract';
import { granted, type Outcome, type Refusal } from '../../types/refusal';
import { ask } from '../services/cloud';
import { isPassing } from '../services/failure';
import { useDidHide, useDidShow, useReachBottom } from '../services/lifecycle';
import { type PageOf, pagesAnew } from './pagesAnew';

export interface Pages<T> {
  /** Undefined until the first page is there. */
  readonly rows: readonly T[] | undefined;
  /** How many there are in all, where the first page says so. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly refusal: Refusal | undefined;
  /** The next page; again after a refusal. */
  more(): Promise<void>;
}

/**
 * A list by cursor: the first page when it opens or its input changes, the next ones on reaching the bottom; as many pages as were there once
 * more when one comes back to it.
 */
export function usePages<A extends ReadingAction, T>(
  action: A,
  input: InputOf<A>,
  pageOf: (output: OutputOf<A>) => PageOf<T>,
): Pages<T> {
  const key = JSON.stringify(input);
  const [shown, setShown] = useState<Partial<PageOf<T>>>({});
  const [isLoading, setLoading] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const latest = useRef({ key, input, shown, isLoading, pageOf });
  Object.assign(latest.current, { key, input, pageOf });

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
    setRefusal(undefined);
    const outcome = await askPage(state.shown.next);
    state.isLoading = false;
    setLoading(false);
    if (latest.current.key !== asked) return void more();
    if (!outcome.ok) return setRefusal(outcome.refusal);
    const page = outcome.value;
    const rows = [...(state.shown.rows ?? []), ...page.rows];
    state.shown = { rows, next: page.next, total: state.shown.total ?? page.total };
    setShown(state.shown);
  }, [askPage]);

  /** What is loaded stays until its newer form is there, also while the service or the network fails. */
  const anew = useCallback(async () => {
    const state = latest.current;
    const { key: asked, shown } = state;
    if (shown.rows === undefined) return void more();
    if (state.isLoading) return;
    state.isLoading = true;
    const outcome = await pagesAnew(askPage, shown.rows.length);
    state.isLoading = false;
    if (latest.current.key !== asked) return void more();
    if (!outcome.ok && isPassing(outcome.refusal)) return;
    // What one may no longer see is not left on the page.
    state.shown = outcome.ok ? outcome.value : {};
    setShown(state.shown);
    setRefusal(outcome.ok ? undefined : outcome.refusal);
  }, [askPage, more]);

  useEffect(() => {
    latest.current.key = key;
    latest.current.shown = {};
    setShown({});
    void more();
  }, [key, more]);
  useReachBottom(() => void more());
  useReturn(anew);
  const { rows, next, total } = shown;
  return { rows, total, hasMore: next !== undefined, isLoading, refusal, more };
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
