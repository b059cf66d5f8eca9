import { useEffect, useRef, useState } from 'react';
import { ask } from '@/services/cloud';
import type { Recognised } from '../../../../types/contract/tickets';

/** Milliseconds after the last letter; the brief of B1. */
const pause = 400;
/** Fewer letters say nothing. */
const fewest = 2;

/** What the words seem to be, asked while one writes and not more often than needed; undefined while nothing is known. */
export function useRecognised(text: string): Recognised | undefined {
  const [found, setFound] = useState<Recognised>();
  const asked = useRef('');
  const words = text.trim();
  useEffect(() => {
    if (words.length < fewest) {
      asked.current = '';
      setFound(undefined);
      return;
    }
    if (words === asked.current) return;
    const timer = setTimeout(async () => {
      asked.current = words;
      const outcome = await ask('tickets.recognise', { text: words });
      // Words that were changed meanwhile have their own answer; without a network what was known stays.
      if (outcome.ok && asked.current === words) setFound(outcome.value);
      if (!outcome.ok) asked.current = '';
    }, pause);
    return () => clearTimeout(timer);
  }, [words]);
  return found;
}
