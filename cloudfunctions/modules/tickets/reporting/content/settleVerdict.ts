import { changes, create, replace } from '../../../../kernel/changes';
import { type Decision, toDo } from '../../../../kernel/decision';
import type { Ports } from '../../../../kernel/ports';
import type { MediaVerdict } from '../../../../platform/contentCheck';
import { settle } from '../../../../platform/settle';
import { ticketById, tickets } from '../../ticketsStore';
import { contentChanges } from './checkContent';
import { withFindings } from './content';
import { contentCheckById, contentChecks } from './contentStore';

const author = { action: 'tickets.settleVerdict', actor: { as: 'tickets' } };
/** Ours: WeChat may tell of nine photos at the same moment, and each verdict writes the one ticket. Milliseconds. */
const spread = 1_000;
const rounds = 8;

/**
 * Keeps what WeChat says of a file, and tells it to the file's ticket. Told twice it does nothing the second time; told before our own
 * commit knows the trace, it waits there for it. `unknown` leaves the file pending: the tick asks again. WeChat tells once: who loses
 * the race for the ticket tries on; throws where there was no way through.
 */
export async function settleVerdict(verdict: MediaVerdict, ports: Ports): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const done = await settle({ author, decide: () => decide(verdict, ports) }, ports);
    if (done.ok) return;
    await ports.pause(spread * ports.chance());
  }
  throw new Error(`the verdict ${verdict.traceId} could not be kept`);
}

async function decide({ traceId, verdict }: MediaVerdict, ports: Ports): Promise<Decision<null>> {
  const check = await contentCheckById(traceId);
  const now = ports.now();
  if (!check) {
    const early = { _id: traceId, at: now, verdict };
    const note = { what: 'verdictCameFirst', beneficiary: {}, subjects: [`contentChecks/${traceId}`] };
    return toDo(null, changes({ writes: [create(contentChecks, early)], audit: [note] }));
  }
  const ticket = check.ticketId === undefined ? undefined : await ticketById(check.ticketId);
  if (check.verdict !== undefined || check.fileId === undefined || !ticket) return toDo(null, changes({}));
  const told = replace(contentChecks, check, { ...check, verdict });
  if (verdict === 'unknown') {
    const note = { what: 'fileNotChecked', beneficiary: {}, subjects: [`contentChecks/${traceId}`] };
    return toDo(null, changes({ writes: [told], audit: [note] }));
  }
  // What was looked at is what others get, whatever has been copied since.
  const looked = check.copyId === undefined ? {} : { copyId: check.copyId };
  const files = new Map([[check.fileId, { check: verdict, ...looked }]]);
  const next = withFindings(ticket, { texts: new Map(), files });
  return toDo(null, {
    ...(await contentChanges(ticket, next, now)),
    writes: [told, replace(tickets, ticket, next)],
  });
}
