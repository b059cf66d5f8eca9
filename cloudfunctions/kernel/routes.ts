import type { ActionName, InputOf, OutputOf } from '../../types/contract';
import type { Outcome } from '../../types/refusal';

/** Which use case answers which action. */
export type Routes<A extends ActionName = ActionName> = {
  readonly [K in A]: (input: InputOf<K>) => Promise<Outcome<OutputOf<K>>>;
};
