import type { FaultRule } from '../core/faults';

/** What faults drawn at `function.<name>` do to one call. */
export interface Disturbance {
  /** Milliseconds before the call reaches the function. */
  readonly latency: number;
  /** The call never reaches the function and fails like this. */
  readonly error?: { readonly code: string; readonly message: string };
  /**
   * The call ends so, whatever the function does: its instance is killed `after` milliseconds from the start of the call, or,
   * without a number, when the work is done and only the answer is missing.
   */
  readonly cut?: { readonly as: 'exited' | 'timedOut'; readonly after?: number };
  /** No idle instance is used. */
  readonly isCold: boolean;
}

/**
 * Kinds: `latency` (`ms`, 1000 unless given), `error` (`code`, `message`), `crash` and `timeout` (`ms`, see `cut`), `cold`.
 * Others mean nothing here.
 */
export function disturbanceOf(rules: readonly FaultRule[]): Disturbance {
  const of = (kind: string) => rules.find((rule) => rule.kind === kind);
  const error = of('error');
  const crash = of('crash');
  const cut = crash ?? of('timeout');
  return {
    latency: rules.reduce((sum, rule) => sum + (rule.kind === 'latency' ? (rule.ms ?? 1000) : 0), 0),
    ...(error && {
      error: {
        code: error.code ?? 'FUNCTIONS_EXECUTE_FAIL',
        message: error.message ?? 'injected fault',
      },
    }),
    ...(cut && { cut: { as: crash ? 'exited' : 'timedOut', after: cut.ms } }),
    isCold: of('cold') !== undefined,
  };
}
