import type { Day } from '../../../types/day';
import type { Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';

/** How often one account gave wrong facts on one day; `_id` is openid·day. */
export interface Attempts extends Stored {
  readonly openid: string;
  readonly day: Day;
  readonly count: number;
}

export function attemptsLeft(attempts: Attempts | undefined): number {
  return Math.max(0, limits.bindingAttemptsPerDay - (attempts?.count ?? 0));
}

export function oneMore(attempts: Attempts | undefined, openid: string, day: Day): Omit<Attempts, 'version'> {
  return { _id: attemptsId(openid, day), openid, day, count: (attempts?.count ?? 0) + 1 };
}

export function attemptsId(openid: string, day: Day): string {
  return `${openid}·${day}`;
}
