import { granted, type Outcome, refused } from '../../types/refusal';
import { type Changes, isNothing } from '../kernel/changes';
import type { Decision } from '../kernel/decision';
import { type RequestKey, type RequestRecord, recall, requestRecordId } from '../kernel/idempotency';
import { limits } from '../kernel/limits';
import { type Author, planOf } from '../kernel/plan';
import type { Ports } from '../kernel/ports';
import { commit, DecideAgain } from './commit';
import { readById } from './database';
import { bumpFeeds } from './feeds';
import { requests } from './systemStore';

/** Something to be decided and committed. */
export interface Work<Made> {
  readonly author: Author;
  /** A person's request, remembered with what it makes. Our own functions have none: their ids are their uniqueness. */
  readonly request?: RequestKey & { readonly fingerprint: string };
  /** Loads and decides; runs again after every conflict. */
  decide(): Promise<Decision<Made>>;
}

/**
 * Decides and commits; after a conflict it decides again, three times with growing pauses, then says BUSY. Gives what was made,
 * by this run or by an earlier one of the same request.
 */
export async function settle<Made>(work: Work<Made>, ports: Ports): Promise<Outcome<Made>> {
  for (let again = 0; ; again += 1) {
    try {
      const earlier = again > 0 ? await remembered(work) : undefined;
      return earlier ?? (await decideOnce(work, ports));
    } catch (error) {
      if (!(error instanceof DecideAgain)) throw error;
      if (again === limits.decisionsAgain) return await lost(work, error, ports);
      await ports.pause(limits.pauseBeforeDecidingAgain * 2 ** again * (1 + ports.chance() / 2));
    }
  }
}

async function decideOnce<Made>(work: Work<Made>, ports: Ports): Promise<Outcome<Made>> {
  const decision = await work.decide();
  const { changes: wanted } = decision;
  if (wanted && !isNothing(wanted)) await carryOut(work, { decision, wanted }, ports);
  return decision.kind === 'do' ? granted(decision.made) : { ok: false, refusal: decision.refusal };
}

async function carryOut<Made>(
  work: Work<Made>,
  { decision, wanted }: { readonly decision: Decision<Made>; readonly wanted: Changes },
  ports: Ports,
): Promise<void> {
  const at = ports.now();
  const record = recordOf(work, decision, at);
  await commit(planOf(wanted, { author: work.author, at, auditId: ports.newId(), record }));
  try {
    await bumpFeeds(wanted.topics);
  } catch (error) {
    // The feed only makes things faster: what is committed stands, and pages ask for themselves.
    ports.log({ level: 'warning', what: 'feedsNotBumped', facts: { action: work.author.action }, error });
  }
}

/** The last attempt may have been written although its answer was lost. */
async function lost<Made>(work: Work<Made>, error: DecideAgain, ports: Ports): Promise<Outcome<Made>> {
  const earlier = await remembered(work);
  if (earlier) return earlier;
  ports.log({ level: 'warning', what: 'busy', facts: { action: work.author.action }, error });
  return refused('BUSY');
}

async function remembered<Made>({ request }: Work<Made>): Promise<Outcome<Made> | undefined> {
  if (!request) return undefined;
  const record = await readById(requests, requestRecordId(request));
  // What was made is read as it was written: by the same action.
  return record ? (recall(record, request.fingerprint) as Outcome<Made>) : undefined;
}

function recordOf<Made>(
  { request }: Work<Made>,
  decision: Decision<Made>,
  at: RequestRecord['at'],
): RequestRecord | undefined {
  if (!request) return undefined;
  const kept = decision.kind === 'do' ? { made: decision.made } : { refusal: decision.refusal };
  return { _id: requestRecordId(request), version: 1, fingerprint: request.fingerprint, at, ...kept };
}
