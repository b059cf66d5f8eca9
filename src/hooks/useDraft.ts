import { useCallback, useRef, useState } from 'react';
import { forget, keep, recall } from '../services/storage';

/** What the person has written so far, through a restart; `clear` once it is sent. Plain data only. */
export function useDraft<T extends object>(name: string, blank: T) {
  const key = `draft:${name}`;
  const [draft, setDraft] = useState<T>(() => ({ ...blank, ...recall<T>(key) }));
  const latest = useRef(draft);
  // Kept at once, not when it is drawn: a page that is left meanwhile is never drawn again.
  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...latest.current, ...part };
      keep(key, latest.current);
      setDraft(latest.current);
    },
    [key],
  );
  const clear = useCallback(() => forget(key), [key]);
  return { draft, change, clear };
}
