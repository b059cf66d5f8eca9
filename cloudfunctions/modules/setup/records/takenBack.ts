import type { Stored } from '../../../kernel/collection';
import { chargeItems } from '../../charging';
import { staffMembers } from '../../people';
import type { PlannedStep } from '../importRecord';
import type { Fields } from '../register/step';
import { type Desk, nameOf } from './desk';
import { documentsOf } from './stepDocuments';

/** A document as it is, and as it was before the import; absent where there was none. */
export interface TakenBack {
  readonly of: string;
  readonly was: Stored;
  readonly next?: Stored;
}

/**
 * What these steps wrote, as it was before: pure. In a community that nobody sees all homes come from the import that is taken back,
 * and everything that hangs on them goes with them. Items and staff may have been there: what was changed about them is put back.
 * Somebody who has taken up a post meanwhile keeps it.
 */
export function takenBack(planned: readonly PlannedStep[], desk: Desk): readonly TakenBack[] {
  const taken = new Map<string, TakenBack>();
  for (const one of planned) {
    const isShared = one.step.kind === 'item' || one.step.kind === 'staff';
    if (one.was && !isShared) throw new Error(`${one.step.label} was there before the first import`);
    for (const [of, id] of documentsOf(one.step)) {
      // Arrears look at their item; the item's own step takes it back.
      if (of === chargeItems.name && one.step.kind !== 'item') continue;
      const was = desk.named(of, id);
      if (was && !isHeld(of, was, one)) taken.set(nameOf(of, id), { of, was, ...before(was, one.was) });
    }
  }
  return [...taken.values()];
}

function isHeld(of: string, document: Stored, { was }: PlannedStep): boolean {
  return of === staffMembers.name && was === undefined && 'openid' in document;
}

/** Kept steps have null where there was nothing. */
function before(document: Stored, was: Fields | undefined): Pick<TakenBack, 'next'> {
  if (!was) return {};
  const fields = Object.entries({ ...document, ...was }).filter(([, value]) => value !== null);
  return { next: Object.fromEntries(fields) as unknown as Stored };
}
