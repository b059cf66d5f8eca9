import { portableChecks } from '../portable';
import type { PortableCheck } from './checks';
import { ScratchCollections } from './scratch';
import type { Doc, Sdk } from './sdk';

/** What runs in one call: from which check on, and how long at most (a function ends after 60 seconds). */
export interface ProbeEvent {
  readonly probe?: 'run';
  readonly from?: number;
  readonly milliseconds?: number;
}

/** Where the environment differs from what the checks say of WeChat. */
export interface Difference {
  readonly topic: string;
  readonly name: string;
  readonly evidence: string;
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

export interface ProbeResult {
  readonly checks: number;
  readonly passed: number;
  readonly differences: readonly Difference[];
  /** Call again with this as `from`; absent when all have run. */
  readonly next?: number;
}

const longest = 500;

/** Runs the portable checks one after another in whatever environment the SDK is turned to. */
export async function runProbe(
  cloud: Sdk,
  echo: string,
  { from = 0, milliseconds = 45_000 }: ProbeEvent,
): Promise<ProbeResult> {
  const db = cloud.database();
  const scratch = new ScratchCollections(db, 'probe_scratch');
  const tools = { cloud, db, _: db.command, echo, scratch: scratch.take.bind(scratch) };
  const differences: Difference[] = [];
  const end = Date.now() + milliseconds;
  let position = from;
  for (; position < portableChecks.length && Date.now() < end; position += 1) {
    const { topic, check } = portableChecks[position] as { topic: string; check: PortableCheck };
    try {
      await check.run(tools).finally(() => scratch.release());
    } catch (error) {
      differences.push({ topic, name: check.name, evidence: check.evidence, ...described(error) });
    }
  }
  const next = position < portableChecks.length ? { next: position } : {};
  return {
    checks: portableChecks.length,
    passed: position - from - differences.length,
    differences,
    ...next,
  };
}

function described(error: unknown): Pick<Difference, 'message' | 'expected' | 'actual'> {
  const { message, errMsg, expected, actual } = error as Doc;
  const shown = (value: unknown) => String(JSON.stringify(value)).slice(0, longest);
  return {
    message: String(message ?? errMsg ?? error).slice(0, longest),
    ...(expected === undefined ? {} : { expected: shown(expected) }),
    ...(actual === undefined ? {} : { actual: shown(actual) }),
  };
}
