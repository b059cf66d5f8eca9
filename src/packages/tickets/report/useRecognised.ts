import { useCallback, useEffect, useRef, useState } from 'react';
import type { Recognised } from '../../../../types/contract/tickets';
import { useRecovery } from '../../../hooks/useRecovery';
import { ask } from '../../../services/cloud';
import { type Missing, missingOf } from '../../../services/failure';
import { recognisedHere } from './recognisedHere';

/** Milliseconds after the last letter; the brief of B1. */
const pause = 400;
/** Fewer letters say nothing. */
const fewest = 2;

interface Asking {
  words: string;
  /** What the cloud was asked for last, and has not failed to answer. */
  asked: string;
  /** For want of what the last question was in vain. */
  missing: Missing | undefined;
}

/**
 * What the words seem to be, asked while one writes and not more often than needed; undefined while nothing is known. Until the cloud has
 * answered for these very words a danger that they name counts: without a network, too, whom to call stands there at once.
 */
export function useRecognised(text: string): Recognised | undefined {
  const [answered, setAnswered] = useState<{ readonly words: string; readonly found: Recognised }>();
  const words = text.trim();
  const latest = useRef<Asking>({ words, asked: '', missing: undefined });
  latest.current.words = words;
  const look = useCallback(async () => {
    const state = latest.current;
    const { words } = state;
    if (words.length < fewest || words === state.asked) return;
    state.asked = words;
    const outcome = await ask('tickets.recognise', { text: words });
    // Words that were changed meanwhile have their own answer.
    if (state.asked !== words) return;
    state.missing = outcome.ok ? undefined : missingOf(outcome.refusal.code);
    if (outcome.ok) setAnswered({ words, found: outcome.value });
    else state.asked = '';
  }, []);
  useEffect(() => {
    if (words.length < fewest) {
      latest.current.asked = '';
      setAnswered(undefined);
      return;
    }
    const timer = setTimeout(() => void look(), pause);
    return () => clearTimeout(timer);
  }, [words, look]);
  useRecovery(() => latest.current.missing, look);
  if (answered?.words === words) return answered.found;
  // Without a network what was known stays while one writes on.
  const known = answered && isWrittenOn(words, answered.words) ? answered.found : undefined;
  return recognisedHere(words) ?? known;
}

/** Is one text the other with more behind it: what was said before still holds, other words are another matter. */
function isWrittenOn(words: string, before: string): boolean {
  return words.startsWith(before) || before.startsWith(words);
}
