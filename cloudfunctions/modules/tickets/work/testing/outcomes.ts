import type { Outcome, RefusalCode } from '../../../../../types/refusal';

/** What was granted; throws with the refusal otherwise. */
export function made<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

export function codeOf(outcome: Outcome<unknown>): RefusalCode | undefined {
  return outcome.ok ? undefined : outcome.refusal.code;
}
