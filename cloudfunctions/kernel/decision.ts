import { type Refusal, type RefusalCode, type RefusalDetails, refused } from '../../types/refusal';
import type { Changes } from './changes';

/**
 * What a use case decides: to do something, and by which reference it can be found again; or to refuse, perhaps with something
 * to remember (an attempt that counts).
 */
export type Decision<Made, Known = never> =
  | {
      readonly kind: 'do';
      readonly changes: Changes;
      readonly made: Made;
      /** What `made` names, as the commit will have left it: spares the answer a read. Never remembered. */
      readonly known?: Known;
    }
  | { readonly kind: 'refuse'; readonly refusal: Refusal; readonly changes?: Changes };

export function toDo<Made>(made: Made, changes: Changes): Decision<Made> {
  return { kind: 'do', made, changes };
}

/** As `toDo`; the answer need not read what it just decided. */
export function toDoKnowing<Made, Known>(made: Made, changes: Changes, known: Known): Decision<Made, Known> {
  return { kind: 'do', made, changes, known };
}

export function toRefuse(code: RefusalCode, details?: RefusalDetails): Decision<never> {
  const outcome = refused(code, details);
  if (outcome.ok) throw new Error('a refusal is no grant');
  return { kind: 'refuse', refusal: outcome.refusal };
}

/** A refusal that leaves a trace: committed as a change is, and remembered with the request so that asking twice counts once. */
export function toRefuseAndRemember(
  code: RefusalCode,
  changes: Changes,
  details?: RefusalDetails,
): Decision<never> {
  return { ...toRefuse(code, details), changes } as Decision<never>;
}
