import { AsyncLocalStorage } from 'node:async_hooks';
import type { Caller } from '../../../simulator/cloud/core/callers';

/** One run of a function of the product: the requests it makes are its own, and all of it may die at any of them. */
export interface Actor {
  readonly name: string;
  readonly number: number;
  readonly caller: Partial<Caller>;
  /** Its transactions that have neither been committed nor aborted. */
  readonly transactions: Set<string>;
  isDead: boolean;
  /** Told when it is killed. */
  onDeath: () => void;
}

const running = new AsyncLocalStorage<Actor>();

/** Who is at work in this chain of promises; undefined outside every actor. */
export function actorAtWork(): Actor | undefined {
  return running.getStore();
}

export function runAs<T>(actor: Actor, work: () => T): T {
  return running.run(actor, work);
}

/** For the stage's own doings in the middle of an actor's work. */
export function asNobody<T>(work: () => T): T {
  return running.exit(work);
}

/** How an actor's work ended. A killed one has no result: its promises never settle. */
export type Ending<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'killed' };
