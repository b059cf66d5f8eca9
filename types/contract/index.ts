import type { CommunityContract } from './community';

/** Every action a phone may ask for, by name. */
export type Contract = CommunityContract;

export type ActionName = keyof Contract;
export type InputOf<A extends ActionName> = Contract[A]['input'];
export type OutputOf<A extends ActionName> = Contract[A]['output'];

/** What the phone sends to the function `api`. */
export interface Request<A extends ActionName = ActionName> {
  readonly action: A;
  readonly input: InputOf<A>;
}
