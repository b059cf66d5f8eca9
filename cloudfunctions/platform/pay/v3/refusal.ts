import type { Rejected, Unavailable } from '../port';
import { says } from '../words';
import type { Said } from './ask';

export type Refusal = Extract<Said, { kind: 'refused' }>;

/** One of these codes, or words that say the same: codes are worded in two ways across the interfaces. */
export function means({ code, message }: Refusal, words: RegExp, ...codes: readonly string[]): boolean {
  return codes.includes(code) || words.test(message);
}

/** WeChat's own trouble mends by asking again, everything else does not. */
export function otherwise({ status, code, message }: Refusal): Rejected | Unavailable {
  const isTrouble = status === 429 || status >= 500 || troubles.includes(code) || says.troubled.test(message);
  return { kind: isTrouble ? 'unavailable' : 'rejected', reason: `${status} ${code} ${message}` };
}

/** For interfaces that look up and close: what is not one of their states is worth asking again. */
export function unanswered({ status, code, message }: Refusal): Unavailable {
  return { kind: 'unavailable', reason: `${status} ${code} ${message}` };
}

const troubles: readonly string[] = [
  'SYSTEM_ERROR',
  'SYSTEMERROR',
  'BANK_ERROR',
  'FREQUENCY_LIMITED',
  'FREQUENCY_LIMIT_EXCEED',
  'RATELIMIT_EXCEEDED',
  'USERPAYING',
];
