import { ascending, closedCollection } from '../../kernel/collection';
import { find, readById } from '../../platform/database';
import type { HandOverRecord, Till } from './till';

export const tills = closedCollection<Till>('tills', [ascending('communityId')]);

export const handOvers = closedCollection<HandOverRecord>('handOvers', [
  ascending('communityId', 'at'),
  ascending('communityId', 'state', 'at'),
  ascending('staffId', 'at'),
]);

export function tillOf(staffId: string): Promise<Till | undefined> {
  return readById(tills, staffId);
}

export function handOverById(id: string): Promise<HandOverRecord | undefined> {
  return readById(handOvers, id);
}

/** The last 31 of a community, newest first. */
export function handOversOf(communityId: string): Promise<readonly HandOverRecord[]> {
  return find(handOvers, { where: { communityId }, orderBy: [['at', 'desc']], limit: 31 });
}

/** The last 10 of a member of staff, newest first. */
export function handOversBy(staffId: string): Promise<readonly HandOverRecord[]> {
  return find(handOvers, { where: { staffId }, orderBy: [['at', 'desc']], limit: 10 });
}
