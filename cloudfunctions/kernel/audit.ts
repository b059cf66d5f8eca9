import type { Instant } from '../../types/day';

/** For whom something was done. `openid` or `residentId` for a person, else the home or the community as a whole. */
export interface Beneficiary {
  readonly openid?: string;
  readonly residentId?: string;
  readonly homeId?: string;
  readonly communityId?: string;
}

/** What one module did in a commit, as it tells it. Who did it is added by the commit, so that no use case can forge it. */
export interface AuditNote {
  /** Past tense: `homeBound`, `billPublished`. */
  readonly what: string;
  readonly beneficiary: Beneficiary;
  /** `collection/id` of what it is about. */
  readonly subjects: readonly string[];
  readonly reason?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Who acts. A person, admitted by a rule of the route table; or one of our own functions. */
export interface Actor {
  readonly openid?: string;
  /** The rule that let a person in, or the function's name. */
  readonly as: string;
  /** The open proxy session under which staff act for a resident. */
  readonly proxySessionId?: string;
}

/** The entry as it lies on disk: written in the same transaction as what it tells of, never changed. */
export interface AuditEntry {
  readonly _id: string;
  readonly version: number;
  readonly at: Instant;
  readonly action: string;
  readonly actor: Actor;
  readonly communityId?: string;
  readonly requestId?: string;
  readonly notes: readonly AuditNote[];
}
