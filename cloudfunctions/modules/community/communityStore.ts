import { closedCollection, type Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, readByIds } from '../../platform/database';

/** A community (小区) as it lies on disk. Every record of the product belongs to exactly one. */
export interface Community extends Stored {
  readonly name: string;
}

export const communities = closedCollection<Community>('communities');

/** All communities of the company, by id. One read. */
export function allCommunities(): Promise<readonly Community[]> {
  return find(communities, { where: {}, orderBy: [['_id', 'asc']], limit: limits.documentsPerQuery });
}

/** Their names by id. One read. */
export async function communityNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await readByIds(communities, ids);
  return new Map(found.map(({ _id, name }) => [_id, name]));
}
