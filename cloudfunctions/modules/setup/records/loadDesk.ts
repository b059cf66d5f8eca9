import type { Collection, Stored } from '../../../kernel/collection';
import { due } from '../../../platform/systemStore';
import { assignments, bills, chargeItems, homeAccounts, meters, readings } from '../../charging';
import { homes } from '../../community';
import { journals } from '../../ledger';
import { vouchers } from '../../payments';
import { households, residents, staffMembers } from '../../people';
import { manyById } from '../importStore';
import type { Known } from '../register/known';
import { isOpening, type Step } from '../register/step';
import { Desk, nameOf } from './desk';
import { documentsOf } from './stepDocuments';

/** Whatever an import may write. */
export const collections: readonly Collection<Stored>[] = [
  homes,
  households,
  residents,
  staffMembers,
  chargeItems,
  meters,
  assignments,
  bills,
  homeAccounts,
  journals,
  readings,
  vouchers,
  due,
].map(({ name, indexes, rules }) => ({ name, indexes, rules }));

/** Every document the steps name, a hundred a read. */
export async function loadDesk(steps: readonly Step[]): Promise<Desk> {
  return new Desk(await documents(steps, new Map()));
}

/** The same for a check: what is known is not read again, and a community without homes has nothing more. */
export async function deskOf(known: Known, steps: readonly Step[]): Promise<Desk> {
  const read = new Map<string, Stored>();
  const lay = (collection: { readonly name: string }, all: readonly Stored[]) => {
    for (const document of all) read.set(nameOf(collection.name, document._id), document);
  };
  lay(homes, known.homes);
  lay(households, known.households);
  lay(residents, known.residents);
  lay(staffMembers, known.staff);
  lay(chargeItems, known.items);
  lay(assignments, known.assignments);
  lay(meters, known.meters);
  if (known.homes.length === 0) return new Desk(read);
  const more = steps.filter((step) => isOpening(step) || step.kind === 'reading');
  return new Desk(await documents(more, read));
}

async function documents(
  steps: readonly Step[],
  read: Map<string, Stored>,
): Promise<ReadonlyMap<string, Stored>> {
  const wanted = new Map<string, Set<string>>();
  for (const [collection, id] of steps.flatMap(documentsOf)) {
    if (read.has(nameOf(collection, id))) continue;
    wanted.set(collection, (wanted.get(collection) ?? new Set()).add(id));
  }
  for (const collection of collections) {
    const ids = [...(wanted.get(collection.name) ?? [])];
    for (const document of await manyById(collection, ids))
      read.set(nameOf(collection.name, document._id), document);
  }
  return read;
}
