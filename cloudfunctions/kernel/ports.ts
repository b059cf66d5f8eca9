import type { Instant } from '../../types/day';

/** What a use case may not fetch for itself: time, chance, waiting, and a place for what only developers should read. */
export interface Ports {
  now(): Instant;
  /** 128 random bits, 22 characters of `A–Z a–z 0–9 _ -`; cannot be guessed. */
  newId(): string;
  /** 0 ≤ chance < 1; spreads retries, decides nothing. */
  chance(): number;
  pause(milliseconds: number): Promise<void>;
  log(line: LogLine): void;
  /** The phone number behind a code of `getPhoneNumber`: digits, or why there is none. One use per code. */
  phoneOf(code: string): Promise<{ readonly phone: string } | { readonly refused: 'spent' | 'unavailable' }>;
}

/** One line for developers. Never a name, a phone number or an address. */
export interface LogLine {
  readonly level: 'info' | 'warning' | 'bug';
  readonly what: string;
  readonly incident?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly error?: unknown;
}
