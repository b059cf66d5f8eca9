import type { Day, Instant } from '../../../types/day';
import type { Relation } from '../../../types/role';

/** How a holder came to be one: by the register alone, or because somebody who may said so. */
export type HeldBy = 'register' | 'invitation' | 'owner' | 'customerService';

/** A member says that a holder does not belong here; customer service looks into it. */
export interface Objection {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  /** The holder's access rests until it is decided. */
  readonly suspends: boolean;
}

/** The WeChat account through which a tenure is used. */
export interface Holder {
  readonly openid: string;
  readonly since: Instant;
  readonly by: HeldBy;
  readonly objection?: Objection;
}

/**
 * Resident × home × relation, from day to day, both included (住户关系). Being a resident is one thing, holding the home in
 * WeChat another: without a holder the tenure is true but opens nothing.
 */
export interface Tenure {
  readonly id: string;
  readonly residentId: string;
  readonly relation: Relation;
  readonly from: Day;
  readonly to?: Day;
  /** From the company's register; or added in the app, and then over when its holder leaves. */
  readonly origin: 'register' | 'added';
  readonly holder?: Holder;
}

/** A tenure in somebody's hands. */
export interface HeldTenure extends Tenure {
  readonly holder: Holder;
}

export function isCurrent({ from, to }: Tenure, today: Day): boolean {
  return from <= today && (to === undefined || today <= to);
}

export function isHeld(tenure: Tenure): tenure is HeldTenure {
  return tenure.holder !== undefined;
}

export function isSuspended({ holder }: Tenure): boolean {
  return holder?.objection?.suspends ?? false;
}

/** Does it open the home to its holder today. */
export function opensHome(tenure: Tenure, today: Day): tenure is HeldTenure {
  return isHeld(tenure) && isCurrent(tenure, today) && !isSuspended(tenure);
}

/** The same tenure in nobody's hands. One that was added in the app is over, too: it was there for its holder. */
export function released({ holder: _holder, ...tenure }: Tenure, today: Day): Tenure {
  return tenure.origin === 'added' ? { ...tenure, to: today } : tenure;
}
