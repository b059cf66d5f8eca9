import type { Collection, Stored } from '../kernel/collection';
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
};

/** The document of that id, or undefined. One read. */
export async function readById<T extends Stored>(
  collection: Collection<T>,
  id: string,
): Promise<T | undefined> {
  const { data } = await asked(database().collection(collection.name).doc(id).get());
  return (data as T | null) ?? undefined;
}

/** The documents of those ids, in no order; ids that are not there are left out. One read; at most 100 ids. */
export async function readByIds<T extends Stored>(
  collection: Collection<T>,
  ids: readonly string[],
): Promise<readonly T[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return find(collection, { where: { _id: is.oneOf(wanted) }, limit: wanted.length });
}

export interface Find {
  readonly where: Condition;
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
