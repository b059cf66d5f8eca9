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
export interface Work<Made, Known = never> {
  readonly author: Author;
  /** A person's request, remembered with what it makes. Our own functions have none: their ids are their uniqueness. */
  readonly request?: RequestKey & { readonly fingerprint: string };
  /** Loads and decides; runs again after every conflict. */
  decide(): Promise<Decision<Made, Known>>;
}

/** What has been committed, by this run or by an earlier one of the same request. */
export interface Done<Made, Known = never> {
  readonly made: Made;
  /** Of this run's decision alone. */
  readonly known?: Known | undefined;
  /** Never rejects. Whoever answers waits for it in the end. */
  readonly told?: Promise<void>;
}

/**
 * Decides and commits; after a conflict it decides again, three times with growing pauses, then says BUSY. Gives what was made,
 * by this run or by an earlier one of the same request.
 */
export async function settle<Made>(work: Work<Made>, ports: Ports): Promise<Outcome<Made>> {
  const done = await settleThen(work, ports);
  if (!done.ok) return done;
  await done.value.told;
  return granted(done.value.made);
}

/** As `settle`, for whoever has more to do than to wait until the feed has been told. */
export async function settleThen<Made, Known>(
  work: Work<Made, Known>,
  ports: Ports,
): Promise<Outcome<Done<Made, Known>>> {
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

async function decideOnce<Made, Known>(
  work: Work<Made, Known>,
  ports: Ports,
): Promise<Outcome<Done<Made, Known>>> {
  const decision = await work.decide();
  const { changes: wanted } = decision;
  const isWanted = wanted && !isNothing(wanted);
  if (isWanted) await carryOut(work, { decision, wanted }, ports);
  const told = isWanted ? tell(work.author, wanted, ports) : undefined;
  if (decision.kind === 'do')
    return granted({ made: decision.made, known: decision.known, ...(told ? { told } : {}) });
  await told;
  return { ok: false, refusal: decision.refusal };
}

async function carryOut<Made, Known>(
  work: Work<Made, Known>,
  { decision, wanted }: { readonly decision: Decision<Made, Known>; readonly wanted: Changes },
  ports: Ports,
): Promise<void> {
  const at = ports.now();
  const record = recordOf(work, decision, at);
  await commit(planOf(wanted, { author: work.author, at, auditId: ports.newId(), record }));
}

async function tell({ action }: Author, { topics }: Changes, ports: Ports): Promise<void> {
  try {
    await bumpFeeds(topics);
  } catch (error) {
    // The feed only makes things faster: what is committed stands, and pages ask for themselves.
    ports.log({ level: 'warning', what: 'feedsNotBumped', facts: { action }, error });
  }
}

/** The last attempt may have been written although its answer was lost. */
async function lost<Made, Known>(
  work: Work<Made, Known>,
  error: DecideAgain,
  ports: Ports,
): Promise<Outcome<Done<Made, Known>>> {
  const earlier = await remembered(work);
  if (earlier) return earlier;
  ports.log({ level: 'warning', what: 'busy', facts: { action: work.author.action }, error });
  return refused('BUSY');
}

async function remembered<Made, Known>({
  request,
}: Work<Made, Known>): Promise<Outcome<Done<Made, Known>> | undefined> {
  if (!request) return undefined;
  const record = await readById(requests, requestRecordId(request));
  return record && doneBefore(record, request.fingerprint);
}

/** What an earlier run of the same request came to. */
export function doneBefore<Made>(record: RequestRecord, print: string): Outcome<Done<Made>> {
  // What was made is read as it was written: by the same action.
  const made = recall(record, print) as Outcome<Made>;
  return made.ok ? granted({ made: made.value }) : made;
}

function recordOf<Made, Known>(
  { request }: Work<Made, Known>,
  decision: Decision<Made, Known>,
  at: RequestRecord['at'],
): RequestRecord | undefined {
  if (!request) return undefined;
  const kept = decision.kind === 'do' ? { made: decision.made } : { refusal: decision.refusal };
  return { _id: requestRecordId(request), version: 1, fingerprint: request.fingerprint, at, ...kept };
}
