import type { ImportRecord, PlannedStep } from './importRecord';
import { asItIs } from './records/asItIs';
import { canonical } from './records/canonical';
import type { Desk } from './records/desk';
import { type Doing, doStep } from './records/doStep';
import type { Fields } from './register/step';

export interface BringingIn extends Doing {
  readonly isPreparing: boolean;
  readonly decisions: NonNullable<ImportRecord['decisions']>;
}

/**
 * Does one planned step on the desk, and gives how many fields it left alone: those that were changed in the app after the check,
 * unless they say what the file wants already. Conflicts follow their decision. Done again, it does nothing.
 */
export function bringIn(planned: PlannedStep, desk: Desk, doing: BringingIn): number {
  const { step, take, was, conflict } = planned;
  const now = asItIs(step, desk);
  if (!now) {
    doStep(step, { ...step.initial, ...step.fields }, desk, doing);
    return 0;
  }
  const keepsApp = conflict !== undefined && doing.decisions[conflict.id] !== 'file';
  const wanted = Object.entries(take)
    .filter(([field]) => !(keepsApp && conflict.fields.includes(field)))
    .filter(([field, value]) => canonical(now[field]) !== canonical(value));
  const fits = ([field]: readonly [string, unknown]) =>
    doing.isPreparing || (was !== undefined && same(now[field], was[field]));
  const fields: Fields = Object.fromEntries(wanted.filter(fits));
  if (Object.keys(fields).length > 0) doStep(step, fields, desk, doing);
  return wanted.filter((one) => !fits(one)).length;
}

/** Kept steps have null where there was nothing. */
function same(now: unknown, was: unknown): boolean {
  return canonical(now ?? null) === canonical(was ?? null);
}
