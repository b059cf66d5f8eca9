import { type Fields, isOpening, type Step } from '../register/step';
import { canonical } from './canonical';

/** What bringing a step in would do. */
export type Comparison =
  | { readonly kind: 'new' }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'changed';
      readonly changed: readonly FieldChange[];
      readonly conflicts: readonly FieldChange[];
    }
  /** An opening figure that is in the books already, and another one: only an adjustment can change it. */
  | { readonly kind: 'booked'; readonly changed: readonly FieldChange[] };

export interface FieldChange {
  readonly field: string;
  readonly now: unknown;
  readonly next: unknown;
}

/**
 * Compares what the file states with what is there. A field that is no longer what the last import left was changed in the app since:
 * that is a conflict, for a person to decide. While a community is being prepared nobody has the app yet: the file is right.
 */
export function compare(
  step: Step,
  now: Fields | undefined,
  lastImport: Fields | undefined,
  isPreparing: boolean,
): Comparison {
  if (!now) return { kind: 'new' };
  const changed = Object.entries(step.fields)
    .filter(([field, next]) => canonical(now[field]) !== canonical(next))
    .map(([field, next]) => ({ field, now: now[field], next }));
  if (changed.length === 0) return { kind: 'same' };
  if (isPreparing) return { kind: 'changed', changed, conflicts: [] };
  if (isOpening(step)) return { kind: 'booked', changed };
  const isUntouched = ({ field, now: value }: FieldChange) =>
    lastImport !== undefined && canonical(lastImport[field]) === canonical(value);
  return {
    kind: 'changed',
    changed: changed.filter(isUntouched),
    conflicts: changed.filter((change) => !isUntouched(change)),
  };
}
