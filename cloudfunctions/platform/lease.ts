import type { Instant } from '../../types/day';
import type { Ports } from '../kernel/ports';
import { asDatabaseError, asked } from './databaseError';
import { type Lease, leases } from './leaseStore';
import { database } from './sdk';

/**
 * Does the work unless somebody else is at it; gives whether it was done. Who was killed holds the lease until its time (business
 * time, milliseconds) is over.
 */
export async function alone(
  name: string,
  lasting: number,
  work: () => Promise<void>,
  ports: Ports,
): Promise<boolean> {
  const holder = ports.newId();
  if (!(await taken(name, holder, lasting, ports))) return false;
  try {
    await work();
  } finally {
    await taken(name, holder, 0, ports);
  }
  return true;
}

/** Takes, or with nothing left of it gives back. False where it is somebody else's, or nobody knows. */
async function taken(name: string, holder: string, lasting: number, ports: Ports): Promise<boolean> {
  const now = ports.now();
  try {
    return await database().runTransaction(async (transaction) => {
      const row = transaction.collection(leases.name).doc(name);
      const held = (await asked(row.get())).data as Lease | null;
      if (held && held.holder !== holder && held.until > now) return false;
      const until = (now + lasting) as Instant;
      await asked(row.set({ data: { version: 1, holder, until } }));
      return true;
    });
  } catch (error) {
    if (['conflict', 'noAnswer', 'duplicateKey'].includes(asDatabaseError(error).kind)) return false;
    throw error;
  }
}
