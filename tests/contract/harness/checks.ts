import type { LocalCloud } from './local';
import type { Collection, Command, Database, Doc, Sdk } from './sdk';

/** How we know it: an official page, something run or seen in production logs, or our own inference. */
export type Proof = `document: ${string}` | `measured: ${string}` | `guess: ${string}`;

/** What a check may use anywhere, a real environment included. */
export interface Tools {
  readonly cloud: Sdk;
  readonly db: Database;
  readonly _: Command;
  /** The function this very check may call; in jest a fixture, in a real environment the probe itself. */
  readonly echo: string;
  /** A collection that holds exactly these documents and is emptied afterwards. */
  scratch(documents?: readonly Doc[]): Promise<Collection>;
}

/** What only the local cloud offers: wallet, clock, phones, faults, declared indexes. */
export interface LocalTools extends Tools {
  readonly local: LocalCloud;
}

interface Described {
  /** What WeChat does, as a sentence. */
  readonly name: string;
  readonly evidence: Proof;
}

export interface PortableCheck extends Described {
  readonly portable: true;
  run(tools: Tools): Promise<void>;
}

export interface LocalCheck extends Described {
  readonly portable: false;
  run(tools: LocalTools): Promise<void>;
}

export type Check = PortableCheck | LocalCheck;

export interface Topic {
  readonly topic: string;
  readonly checks: readonly Check[];
}

export function defineChecks(topic: string, checks: readonly Check[]): Topic {
  const names = new Set<string>();
  for (const { name } of checks) {
    if (names.has(name)) throw new Error(`${topic}: two checks are named "${name}"`);
    names.add(name);
  }
  return { topic, checks };
}

/** A check that also runs inside the probe function of a real environment. */
export function check(name: string, evidence: Proof, run: (tools: Tools) => Promise<void>): PortableCheck {
  return { name, evidence, portable: true, run };
}

/** A check that needs the simulator: its clock, wallet, phones, faults or declared indexes. */
export function localCheck(
  name: string,
  evidence: Proof,
  run: (tools: LocalTools) => Promise<void>,
): LocalCheck {
  return { name, evidence, portable: false, run };
}
