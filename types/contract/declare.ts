import type * as z from 'zod/mini';

/** One action of the contract: what it takes (checked by `input`), what it answers, and whether it changes anything. */
export interface Declaration<Input extends z.ZodMiniType, Output, Changing extends boolean> {
  readonly input: Input;
  readonly isChanging: Changing;
  /** A type only; nothing is ever there. */
  readonly output?: Output;
}

/** An action that only reads. `declareReading<Output>()(schema)`. */
export function declareReading<Output>() {
  return <Input extends z.ZodMiniType>(input: Input): Declaration<Input, Output, false> => ({
    input,
    isChanging: false,
  });
}

/** An action that changes something: the phone must send a request id, and may send the same request again without harm. */
export function declareChanging<Output>() {
  return <Input extends z.ZodMiniType>(input: Input): Declaration<Input, Output, true> => ({
    input,
    isChanging: true,
  });
}
