import type { Rejected, Unavailable } from '../port';
import { says } from '../words';
import type { Verdict } from './answer';

export type NoSuccess = Exclude<Verdict, { readonly kind: 'success' }>;

/** WeChat did not get as far as deciding. Its own trouble mends by asking again; set-up and fields do not. */
export function notDecided(message: string): Rejected | Unavailable {
  return { kind: says.troubled.test(message) ? 'unavailable' : 'rejected', reason: message };
}

/** For look-ups: WeChat has no such thing, or did not say. */
export function notFound(verdict: NoSuccess): { readonly kind: 'unknown' } | Unavailable {
  if (verdict.kind === 'refused' && says.absent.test(verdict.description)) return { kind: 'unknown' };
  return unanswered(verdict);
}

/** Words that name none of the states one asked for: worth asking again. */
export function unanswered(verdict: NoSuccess): Unavailable {
  const reason = verdict.kind === 'refused' ? verdict.description : verdict.message;
  return { kind: 'unavailable', reason };
}
