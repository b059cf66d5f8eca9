import type { CollectionDeclaration } from '../../kernel/collection';
import { findOne } from '../../platform/database';

export const communities: CollectionDeclaration = {
  name: 'communities',
  indexes: [],
  rules: { read: false, write: false },
};

/** The community as it lies on disk. An environment serves one community. */
export interface Community {
  readonly _id: string;
  readonly name: string;
}

export async function findCommunity(): Promise<Community | undefined> {
  const found = await findOne(communities.name, {});
  return found as Community | undefined;
}
