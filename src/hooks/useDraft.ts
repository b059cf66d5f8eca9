import { useCallback, useRef, useState } from 'react';
import { forget, keep, recall } from '../services/storage';
import { Draft } from './draft';

/**
 * What the person has written so far, through a restart; `clear` once it is sent. Where the page stays while it is sent: `handOver`
 * before, `comeBack` if it was refused. `change` takes a part, or what makes one of what stands there now. Plain data only.
 */
export function useDraft<T extends object>(name: string, blank: T) {
  const key = `draft:${name}`;
  const [draft, show] = useState<T>(() => ({ ...blank, ...recall<T>(key) }));
  const written = useRef<{ readonly key: string; readonly draft: Draft<T> }>();
  if (written.current?.key !== key) {
    const store = { keep: (value: T) => keep(key, value), forget: () => forget(key) };
    written.current = { key, draft: new Draft(draft, store) };
  }
  const change = useCallback((part: Partial<T> | ((before: T) => Partial<T>)) => {
    const now = written.current?.draft;
    if (now) show(now.change(typeof part === 'function' ? part(now.value) : part));
  }, []);
  const clear = useCallback(() => forget(key), [key]);
  const handOver = useCallback(() => written.current?.draft.handOver(), []);
  const comeBack = useCallback(() => written.current?.draft.comeBack(), []);
  return { draft, change, clear, handOver, comeBack };
}
