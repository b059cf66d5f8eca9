import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf, ReadingAction } from '../../types/contract';
import type { Refusal } from '../../types/refusal';
import { ask } from '../services/cloud';
import { useReachBottom } from '../services/lifecycle';

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

interface PageOf<T> {
  readonly rows: readonly T[];
  readonly next?: string | undefined;
  readonly total?: number | undefined;
}

/** A list by cursor: the first page when it opens or its input changes, the next ones on reaching the bottom. */
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

  const more = useCallback(async () => {
    const state = latest.current;
    const isDone = state.shown.rows !== undefined && state.shown.next === undefined;
    if (state.isLoading || isDone) return;
    const asked = state.key;
    state.isLoading = true;
    setLoading(true);
    setRefusal(undefined);
    const after = state.shown.next === undefined ? {} : { after: state.shown.next };
    const outcome = await ask(action, { ...state.input, ...after } as InputOf<A>);
    state.isLoading = false;
    setLoading(false);
    if (latest.current.key !== asked) return void more();
    if (!outcome.ok) return setRefusal(outcome.refusal);
    const page = state.pageOf(outcome.value);
    const rows = [...(state.shown.rows ?? []), ...page.rows];
    state.shown = { rows, next: page.next, total: state.shown.total ?? page.total };
    setShown(state.shown);
  }, [action]);

  useEffect(() => {
    latest.current.key = key;
    latest.current.shown = {};
    setShown({});
    void more();
  }, [key, more]);
  useReachBottom(() => void more());
  const { rows, next, total } = shown;
  return { rows, total, hasMore: next !== undefined, isLoading, refusal, more };
}
