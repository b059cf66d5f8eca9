import { useCallback, useState } from 'react';
import { forget, keep, recall } from '../services/storage';

/** What the person has written so far, through a restart; `clear` once it is sent. Plain data only. */
export function useDraft<T extends object>(name: string, blank: T) {
  const key = `draft:${name}`;
  const [draft, setDraft] = useState<T>(() => ({ ...blank, ...recall<T>(key) }));
  const change = useCallback(
    (part: Partial<T>) =>
      setDraft((before) => {
        const after = { ...before, ...part };
        keep(key, after);
        return after;
      }),
    [key],
  );
  const clear = useCallback(() => forget(key), [key]);
  return { draft, change, clear };
}
