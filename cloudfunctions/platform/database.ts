import type { Collection, Stored } from '../kernel/collection';
import { cursorOf, type Position, readCursor } from '../kernel/cursor';
import { limits } from '../kernel/limits';
import { asked } from './databaseError';
import { type Condition, database } from './sdk';

/** Operators for conditions, as MongoDB has them. */
export const is = {
  oneOf: (values: readonly unknown[]) => database().command.in(values),
  above: (value: unknown) => database().command.gt(value),
  atLeast: (value: unknown) => database().command.gte(value),
  below: (value: unknown) => database().command.lt(value),
  atMost: (value: unknown) => database().command.lte(value),
  /** After the first, up to and with the second. */
  between: (after: unknown, until: unknown) =>
    database().command.and([database().command.gt(after), database().command.lte(until)]),
  all: (conditions: readonly unknown[]) => database().command.and(conditions),
  any: (conditions: readonly unknown[]) => database().command.or(conditions),
  noneOf: (values: readonly unknown[]) => database().command.nin(values),
};

/** The document of that id, or undefined. One read. */
export async function readById<T extends Stored>(
  collection: Collection<T>,
  id: string,
): Promise<T | undefined> {
  const { data } = await asked(database().collection(collection.name).doc(id).get());
  return (data as T | null) ?? undefined;
}

/** The documents of those ids, in no order; ids that are not there are left out. One read for every hundred ids. */
export async function readByIds<T extends Stored>(
  collection: Collection<T>,
  ids: readonly string[],
): Promise<readonly T[]> {
  const wanted = [...new Set(ids)];
  const found: T[] = [];
  for (let from = 0; from < wanted.length; from += limits.documentsPerQuery) {
    const some = wanted.slice(from, from + limits.documentsPerQuery);
    found.push(...(await find(collection, { where: { _id: is.oneOf(some) }, limit: some.length })));
  }
  return found;
}

export interface Find {
  readonly where: unknown;
  readonly orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** 1 to 100: a query says how much it can bear. */
  readonly limit: number;
}

/** The documents a condition names. Stores give every query a name; use cases call those. One read. */
export async function find<T extends Stored>(
  collection: Collection<T>,
  { where, orderBy = [], limit }: Find,
): Promise<readonly T[]> {
  if (!Number.isInteger(limit) || limit < 1 || limit > limits.documentsPerQuery)
    throw new Error(`a query of ${collection.name} asks for ${limit} documents`);
  const query = orderBy.reduce(
    (ordered, [field, direction]) => ordered.orderBy(field, direction),
    database().collection(collection.name).where(where),
  );
  const { data } = await asked(query.limit(limit).get());
  return data as readonly T[];
}

/**
 * All documents a condition names, in the order of their ids; for conditions that bear a few hundred at the most. One read for every
 * hundred.
 */
export async function findAll<T extends Stored>(
  collection: Collection<T>,
  where: Condition,
): Promise<readonly T[]> {
  const { and, gt } = database().command;
  const all: T[] = [];
  for (;;) {
    const last = all.at(-1);
    const rows = await find(collection, {
      where: last ? and([where, { _id: gt(last._id) }]) : where,
      orderBy: [['_id', 'asc']],
      limit: limits.documentsPerQuery,
    });
    all.push(...rows);
    if (rows.length < limits.documentsPerQuery) return all;
  }
}

/**
 * All documents a condition names, in the order of these fields and then of their ids, which are indexed behind the fields of `where`; for
 * conditions that bear a thousand at the most. One read for every hundred.
 */
export async function findAllBy<T extends Stored>(
  collection: Collection<T>,
  { where, by }: { readonly where: Condition; readonly by: readonly (keyof T & string)[] },
): Promise<readonly T[]> {
  const fields = [...by, '_id'];
  const all: T[] = [];
  for (;;) {
    const last = all.at(-1);
    const rows = await find(collection, {
      where: last ? database().command.and([where, beyond(placeOf(last, fields), 'asc')]) : where,
      orderBy: fields.map((field) => [field, 'asc']),
      limit: limits.documentsPerQuery,
    });
    all.push(...rows);
    if (rows.length < limits.documentsPerQuery) return all;
  }
}

/**
 * These fields, and the `_id`, of all documents a condition names, in the order of one of them, which is indexed behind the fields of
 * `where`: for sums over many. At most `most`, the first of that order. One read for every hundred.
 */
export async function findParts<T extends Stored, K extends keyof T & string>(
  collection: Collection<T>,
  {
    where,
    fields,
    by,
    most,
  }: { readonly where: Condition; readonly fields: readonly K[]; readonly by: K; readonly most: number },
): Promise<readonly Pick<T, K | '_id'>[]> {
  const { and } = database().command;
  const all: Pick<T, K | '_id'>[] = [];
  while (all.length < most) {
    const last = all.at(-1);
    const query = database()
      .collection(collection.name)
      .where(last ? and([where, behind(by, 'asc', { value: valueAt(last, by), id: last._id })]) : where)
      .orderBy(by, 'asc')
      .orderBy('_id', 'asc')
      .field(Object.fromEntries(fields.map((field) => [field, true])))
      .limit(limits.documentsPerQuery);
    const { data } = await asked(query.get());
    all.push(...(data as Pick<T, K | '_id'>[]));
    if (data.length < limits.documentsPerQuery) break;
  }
  return all.slice(0, most);
}

/** How many documents a condition names. One read. */
export async function count<T extends Stored>(collection: Collection<T>, where: Condition): Promise<number> {
  const { total } = await asked(database().collection(collection.name).where(where).count());
  return total;
}

export interface FindPage<T> {
  readonly where: Condition;
  /**
   * Rows come in the order of this field (`period.first` is one within another), rows of one value in the order of their ids. Indexed
   * behind the fields of `where`.
   */
  readonly by: (keyof T & string) | `${keyof T & string}.${string}`;
  readonly direction: 'asc' | 'desc';
  /** Where the last page ended, as it said; anything else is the first page. */
  readonly after: string | undefined;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Asks for the next page; absent on the last. */
  readonly next?: string;
}

/** One page of a list, 20 rows. Rows that come or go meanwhile neither repeat nor hide others. One read. */
export async function findPage<T extends Stored>(
  collection: Collection<T>,
  { where, by, direction, after }: FindPage<T>,
): Promise<Page<T>> {
  const position = readCursor(after);
  const found = await find(collection, {
    where: position ? database().command.and([where, behind(by, direction, position)]) : where,
    orderBy: [
      [by, direction],
      ['_id', direction],
    ],
    limit: limits.rowsPerPage + 1,
  });
  const rows = found.slice(0, limits.rowsPerPage);
  const last = rows.at(-1);
  if (found.length <= limits.rowsPerPage || !last) return { rows };
  return { rows, next: cursorOf({ value: valueAt(last, by), id: last._id }) };
}

function valueAt(row: object, path: string): Position['value'] {
  const value = path.split('.').reduce<unknown>((of, name) => (of as Record<string, unknown>)[name], row);
  return value as Position['value'];
}

function behind(by: string, direction: 'asc' | 'desc', { value, id }: Position): unknown {
  return beyond(
    [
      [by, value],
      ['_id', id],
    ],
    direction,
  );
}

/** Where a row stands in the order of some fields. */
type Place = readonly (readonly [field: string, value: unknown])[];

function placeOf(row: object, fields: readonly string[]): Place {
  return fields.map((field) => [field, valueAt(row, field)]);
}

/** What comes after a place: the same in some of the first fields and further in the next. */
function beyond(place: Place, direction: 'asc' | 'desc'): unknown {
  const { or, gt, lt } = database().command;
  const further = direction === 'asc' ? gt : lt;
  return or(
    place.map(([field, value], at) => ({
      ...Object.fromEntries(place.slice(0, at)),
      [field]: further(value),
    })),
  );
}
