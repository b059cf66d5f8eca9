import type { Outcome } from '../../types/refusal';
import { fingerprint, type RequestKey, type RequestRecord } from '../kernel/idempotency';
import type { Author } from '../kernel/plan';
import type { Ports } from '../kernel/ports';
import type { Changing, Context, Runner } from '../kernel/routes';
import { type Done, doneBefore, settleThen } from './settle';

/** One person's changing request, admitted. */
export interface Admitted {
  readonly author: Author;
  readonly key: RequestKey;
  /** What an earlier run of the same request left, if there was one. */
  readonly record?: RequestRecord;
  /** The context as of now; asked for again at every decision. */
  context(): Context;
}

/** Carries one request through: remembered, or prepared, decided, committed; then answered from what was made. */
export function runnerOf(admitted: Admitted, ports: Ports): Runner {
  return async (useCase, input) => {
    const done = await makeOnce(useCase, input, admitted, ports);
    if (!done.ok) return done;
    const { made, known, told } = done.value;
    try {
      return await useCase.answer(made, admitted.context(), ports, known);
    } finally {
      // The feed was told meanwhile; a function that has answered is not sure to run on.
      await told;
    }
  };
}

async function makeOnce<Input, Prepared, Made, Output, Known>(
  useCase: Changing<Input, Prepared, Made, Output, Known>,
  input: Input,
  { author, key, record, context }: Admitted,
  ports: Ports,
): Promise<Outcome<Done<Made, Known>>> {
  const print = fingerprint(input);
  if (record) return doneBefore<Made>(record, print);
  const prepared = await useCase.prepare?.(input, context(), ports);
  if (prepared && !prepared.ok) return prepared;
  const request = { ...key, fingerprint: print };
  // A use case without `prepare` decides with nothing prepared.
  const decide = () => useCase.decide(input, context(), prepared?.value as Prepared);
  return settleThen({ author, request, decide }, ports);
}
