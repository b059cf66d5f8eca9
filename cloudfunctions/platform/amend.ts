import type { Collection, Stored } from '../kernel/collection';
import { limits } from '../kernel/limits';
import type { Ports } from '../kernel/ports';
import { readById } from './database';
import { asDatabaseError, asked, type DatabaseErrorKind } from './databaseError';
import { database } from './sdk';

type Fields<T> = Partial<Omit<T, '_id' | 'version'>>;

export interface Amendment<T extends Stored> {
  /** The fields to write over those of the document as it stands; undefined leaves it alone. May run several times. */
  change(document: T): Fields<T> | undefined;
  readonly ports: Ports;
}

const lookAgain: readonly DatabaseErrorKind[] = ['conflict', 'noAnswer'];

/**
 * Changes one document by itself: one operation where a commit takes five. Only for what touches no other document and is told by the
 * audit already, as an answer of WeChat to what a commit asked for. The version is compared and raised as in a commit; where it is
 * another one by now, or no answer came, it looks again and begins anew, three times with growing pauses. Gives the document as it then
 * stands, undefined where it is gone.
 */
export async function amend<T extends Stored>(
  collection: Collection<T>,
  read: T,
  { change, ports }: Amendment<T>,
): Promise<T | undefined | 'busy'> {
  let document: T | undefined = read;
  for (let again = 0; document; again += 1) {
    const fields = change(document);
    if (!fields) return document;
    if (await isAmended(collection, document, fields))
      return { ...document, ...fields, version: document.version + 1 };
    if (again === limits.decisionsAgain) return 'busy';
    await ports.pause(limits.pauseBeforeDecidingAgain * 2 ** again * (1 + ports.chance() / 2));
    document = await readById(collection, read._id);
  }
  return undefined;
}

async function isAmended<T extends Stored>(
  collection: Collection<T>,
  { _id, version }: T,
  fields: Fields<T>,
): Promise<boolean> {
  const { set } = database().command;
  // Without `set` an object would be merged into the one that is there.
  const whole = Object.entries(fields).map(([name, value]) => [name, set(value)]);
  const data = { ...Object.fromEntries(whole), version: version + 1 };
  try {
    const { stats } = await asked(
      database().collection(collection.name).where({ _id, version }).update({ data }),
    );
    return stats.updated === 1;
  } catch (error) {
    const known = asDatabaseError(error);
    if (lookAgain.includes(known.kind)) return false;
    throw known;
  }
}
