import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf, ReadingAction } from '../../types/contract';
import { granted, type Outcome, type Refusal } from '../../types/refusal';
import { ask } from '../services/cloud';
import type { Missing } from '../services/failure';
import { useDidHide, useDidShow, useReachBottom } from '../services/lifecycle';
import { type PageOf, pagesAnew } from './pagesAnew';
import { afterAnew, afterMore, missingIn, type ShownPages } from './shownPages';
import { useRecovery } from './useRecovery';

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

/**
 * A list by cursor: the first page when it opens or its input changes, the next ones on reaching the bottom; as many pages as were there once
 * more when one comes back to it. What was asked in vain is asked again when the network is back, and every 20 s while the service fails.
 */
export function usePages<A extends ReadingAction, T>(
  action: A,
  input: InputOf<A>,
  pageOf: (output: OutputOf<A>) => PageOf<T>,
): Pages<T> {
  const key = JSON.stringify(input);
  const [shown, setShown] = useState<ShownPages<T>>({});
  const [isLoading, setLoading] = useState(false);
  const latest = useRef({ key, input, shown, isLoading, pageOf });
  Object.assign(latest.current, { key, input, pageOf });

  const show = useCallback((next: ShownPages<T>) => {
    latest.current.shown = next;
    setShown(next);
  }, []);

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
    if (latest.current.key !== asked) return void more();
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
    if (latest.current.key !== asked) return void more();
    show(afterAnew(state.shown, outcome, Date.now()));
  }, [askPage, more, show]);

  useEffect(() => {
    latest.current.key = key;
    show({});
    void more();
  }, [key, more, show]);
  useReachBottom(() => void more());
  useReturn(again);
  useRecovery(
    () => missingIn(latest.current.shown),
    // Where the rows are old, those that come after them would not fit them.
    () => (latest.current.shown.missing ? again() : more()),
  );
  const { rows, total, next, refusal, missing, at = 0 } = shown;
  const old = missing && { missing, at };
  return { rows, total, hasMore: next !== undefined, isLoading, refusal, old, more, again };
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
