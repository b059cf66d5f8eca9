import { type Move, moves } from '../../../../cloudfunctions/modules/tickets/life';
import type { Step } from '../../../../cloudfunctions/modules/tickets/ticket';
import type { Batch, TicketChange } from '../books';
import { broken, law, type Violation } from './law';

const table: Readonly<Record<string, Move>> = moves;
const births = ['waiting', 'answering'];

/** What was committed went the ways of the table, one step after the other, and no step of the past has changed. */
function judgeStates({ before, after }: TicketChange): readonly Violation[] {
  const past = before?.steps ?? [];
  const isKept = past.every((step, at) => isSame(step, after.steps[at]));
  const fresh = after.steps.slice(past.length);
  const ends = isKept ? walked(before?.state, fresh) : 'steps of the past';
  if (ends === after.state) return [];
  const what = `${after._id} went from ${before?.state ?? 'nothing'} by ${fresh.map((step) => step.what)} to ${after.state}`;
  return [broken(law.noStateSkipped, `${what}; the table says ${ends}`)];
}

/** Where these steps lead from a state; what is no move of the table leads nowhere. */
function walked(from: string | undefined, steps: readonly Step[]): string {
  let state = from;
  for (const { what } of steps) {
    const move = table[what];
    if (state === undefined) {
      // A report, or a task that another ticket opened.
      state = what === 'reported' ? 'born' : 'no birth';
    } else if (move) {
      if (!(move.from as readonly string[]).includes(state)) return `${what} is no way from ${state}`;
      state = move.to;
    }
  }
  return state ?? 'no birth';
}

/** A ticket is born as what is dispatched or as what is answered; nothing else is. */
export function judgeBirth({ before, after }: TicketChange): readonly Violation[] {
  if (before) return judgeStates({ before, after });
  const isBorn = after.steps[0]?.what === 'reported' && after.steps.length === 1;
  const expected = after.type === 'repair' ? 'waiting' : 'answering';
  return isBorn && births.includes(after.state) && after.state === expected
    ? []
    : [broken(law.noStateSkipped, `${after._id} was born as ${after.state}`)];
}

/** Words may be checked afterwards; when and what never changes. */
function isSame(a: Step, b: Step | undefined): boolean {
  return a.at === b?.at && a.what === b.what && a.staffId === b.staffId && a.openid === b.openid;
}

/** Every version is one more than the last and has its entry in the audit, in the same commit. */
export function judgeAudit({ before, after }: TicketChange, { audited }: Batch): readonly Violation[] {
  const isNext = after.version === (before?.version ?? 0) + 1;
  if (isNext && audited.has(`tickets/${after._id}`)) return [];
  const why = isNext ? 'has no entry' : `follows version ${before?.version ?? 0}`;
  return [broken(law.audited, `version ${after.version} of ${after._id} ${why}`)];
}
