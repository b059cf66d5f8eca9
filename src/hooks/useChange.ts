import { useCallback, useRef, useState } from 'react';
import type { ChangingAction, InputOf, OutputOf } from '../../types/contract';
import type { Refusal } from '../../types/refusal';
import { change, newRequestId } from '../services/cloud';
import { isPassing } from '../services/failure';

export interface Change<A extends ChangingAction> {
  readonly isBusy: boolean;
  /** Why the last try did not go. */
  readonly refusal: Refusal | undefined;
  /** Undefined where it was refused, or is going on already. */
  run(input: InputOf<A>): Promise<OutputOf<A> | undefined>;
  /** Takes the refusal away. */
  clear(): void;
}

/**
 * One thing a page can ask the cloud to do. The same wish keeps its request id until the cloud has answered it, so that trying again
 * after a lost answer never does it twice; another input is another wish.
 */
export function useChange<A extends ChangingAction>(action: A): Change<A> {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const wish = useRef<{ readonly of: string; readonly requestId: string }>();
  const running = useRef(false);

  const run = useCallback(
    async (input: InputOf<A>) => {
      if (running.current) return undefined;
      running.current = true;
      const of = JSON.stringify(input);
      if (wish.current?.of !== of) wish.current = { of, requestId: newRequestId() };
      setBusy(true);
      setRefusal(undefined);
      const outcome = await change(action, input, wish.current.requestId);
      running.current = false;
      setBusy(false);
      if (isAnswered(outcome.ok ? undefined : outcome.refusal)) wish.current = undefined;
      if (outcome.ok) return outcome.value;
      setRefusal(outcome.refusal);
      return undefined;
    },
    [action],
  );
  const clear = useCallback(() => setRefusal(undefined), []);
  return { isBusy, refusal, run, clear };
}

/** After these the cloud may or may not have done it: the same request is asked again. */
export function isAnswered(refusal: Refusal | undefined): boolean {
  return refusal === undefined || !isPassing(refusal);
}
