import { ascending, type Collection, closedCollection, type Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, findPage, is, type Page, readById, readByIds } from '../../platform/database';
import type { ImportPage, ImportRecord, ImportStanding, ListKind } from './importRecord';

export const imports = closedCollection<ImportRecord>('imports', [
  ascending('communityId', 'askedAt', '_id'),
]);
export const importStandings = closedCollection<ImportStanding>('importStandings');
export const importPages = closedCollection<ImportPage>('importPages');

export function importById(importId: string): Promise<ImportRecord | undefined> {
  return readById(imports, importId);
}

/** Newest first, 20 a page. */
export function importsOf(communityId: string, after: string | undefined): Promise<Page<ImportRecord>> {
  return findPage(imports, { where: { communityId }, by: 'askedAt', direction: 'desc', after });
}

export function standingOf(communityId: string): Promise<ImportStanding | undefined> {
  return readById(importStandings, communityId);
}

export function pageId(importId: string, which: ListKind, number: number): string {
  return `${importId}·${which}·${number}`;
}

export function importPage(
  importId: string,
  which: ListKind,
  number: number,
): Promise<ImportPage | undefined> {
  return readById(importPages, pageId(importId, which, number));
}

/** However many, a hundred a read. */
export async function manyById<T extends Stored>(
  collection: Collection<T>,
  ids: readonly string[],
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += limits.documentsPerQuery)
    found.push(...(await readByIds(collection, ids.slice(from, from + limits.documentsPerQuery))));
  return found;
}

/** All documents whose field is one of these values; values with many documents are asked for in smaller groups. */
export async function allWith<T extends Stored>(
  collection: Collection<T>,
  field: keyof T & string,
  values: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<readonly T[]> {
  const groups: (readonly string[])[] = [];
  for (let from = 0; from < values.length; from += 20) groups.push(values.slice(from, from + 20));
  const found: T[] = [];
  for (let group = groups.pop(); group; group = groups.pop()) {
    const where = { ...more, [field]: is.oneOf(group) };
    const rows = await find(collection, { where, limit: limits.documentsPerQuery });
    if (rows.length < limits.documentsPerQuery) found.push(...rows);
    else if (group.length > 1) groups.push(group.slice(0, group.length >> 1), group.slice(group.length >> 1));
    else found.push(...(await byId(collection, where)));
  }
  return found;
}

/** All documents a condition names, in the order of their ids. */
export async function byId<T extends Stored>(
  collection: Collection<T>,
  where: Readonly<Record<string, unknown>>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (;;) {
    const last = found.at(-1);
    const rows = await find(collection, {
      where: last ? { ...where, _id: is.above(last._id) } : where,
      orderBy: [['_id', 'asc']],
      limit: limits.documentsPerQuery,
    });
    found.push(...rows);
    if (rows.length < limits.documentsPerQuery) return found;
  }
}
