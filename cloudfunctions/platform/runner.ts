import type { Outcome } from '../../types/refusal';
import { fingerprint, type RequestKey, type RequestRecord, recall } from '../kernel/idempotency';
import type { Author } from '../kernel/plan';
import type { Ports } from '../kernel/ports';
import type { Changing, Context, Runner } from '../kernel/routes';
import { settle } from './settle';

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
    const made = await makeOnce(useCase, input, admitted, ports);
    return made.ok ? useCase.answer(made.value, admitted.context(), ports) : made;
  };
}

async function makeOnce<Input, Prepared, Made, Output>(
  useCase: Changing<Input, Prepared, Made, Output>,
  input: Input,
  { author, key, record, context }: Admitted,
  ports: Ports,
): Promise<Outcome<Made>> {
  const print = fingerprint(input);
  if (record) return recall(record, print) as Outcome<Made>;
  const prepared = await useCase.prepare?.(input, context(), ports);
  if (prepared && !prepared.ok) return prepared;
  const request = { ...key, fingerprint: print };
  // A use case without `prepare` decides with nothing prepared.
  const decide = () => useCase.decide(input, context(), prepared?.value as Prepared);
  return settle({ author, request, decide }, ports);
}
