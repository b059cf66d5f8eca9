import type { BuiltMiniprogram } from './miniprogram';

/** One thing that is wrong with the mini-program. */
export interface Finding {
  /** Path from the mini-program's root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
}

export interface GateOutcome {
  readonly findings: readonly Finding[];
  /** What was looked at, for the report: counts and sizes. */
  readonly figures: Readonly<Record<string, number | string>>;
}

/** One check of a built mini-program that needs no phone. */
export interface Gate {
  readonly name: string;
  check(miniprogram: BuiltMiniprogram): GateOutcome | Promise<GateOutcome>;
}
