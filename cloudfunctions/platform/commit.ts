import { versionOf } from '../kernel/changes';
import type { Check, Operation, Plan } from '../kernel/plan';
import { asDatabaseError, asked, type DatabaseError } from './databaseError';
import { database, type Transaction } from './sdk';

/** What the decision rested on is no longer so, or the commit's fate is unknown: look again and decide again. */
export class DecideAgain extends Error {}

/**
 * Writes one plan in one transaction: looks at every named document again by its id, compares versions, then writes. Throws
 * `DecideAgain` where somebody was faster, in both shapes a conflict has, and where no answer came: then nobody knows whether it
 * was written, but deciding again finds the request's record or the documents themselves.
 */
export async function commit(plan: Plan): Promise<void> {
  try {
    // The SDK begins the callback again by itself after a conflict at the commit; it looks again each time.
    await database().runTransaction(async (transaction) => {
      for (const check of plan.checks) await look(transaction, check);
      for (const operation of plan.operations) await write(transaction, operation);
      // The SDK hands on what this gives; nothing is needed.
      return true;
    });
  } catch (error) {
    throw judged(error);
  }
}

async function look(transaction: Transaction, { collection, id, version }: Check): Promise<void> {
  const { data } = await asked(transaction.collection(collection).doc(id).get());
  const found = data === null || data === undefined ? 0 : versionOf(data as { version?: number });
  if (found !== version)
    throw new DecideAgain(`${collection}/${id} is at version ${found}, was read at ${version}`);
}

async function write(transaction: Transaction, operation: Operation): Promise<void> {
  const { collection, id } = operation;
  const rows = transaction.collection(collection);
  if (operation.kind === 'add') await asked(rows.add({ data: { _id: id, ...operation.fields } }));
  else if (operation.kind === 'set') await asked(rows.doc(id).set({ data: operation.fields }));
  else await asked(rows.doc(id).remove());
}

const worthDecidingAgain: readonly DatabaseError['kind'][] = ['conflict', 'duplicateKey', 'noAnswer'];

function judged(error: unknown): Error {
  if (error instanceof DecideAgain) return error;
  const known = asDatabaseError(error);
  if (worthDecidingAgain.includes(known.kind)) return new DecideAgain(known.message, { cause: known });
  // A bug of ours thrown inside the transaction keeps its own face.
  return known.kind === 'other' && error instanceof Error && !('errCode' in error) && !('code' in error)
    ? error
    : known;
}
