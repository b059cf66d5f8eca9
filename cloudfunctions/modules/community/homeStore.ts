import { type Place, placeKey, placePartKey } from '../../../types/place';
import { ascending, closedCollection, type Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { count, find, findAll, is, readById, readByIds } from '../../platform/database';

/** A home (房屋) as the register has it; `_id` is given by the import and never changes. */
export interface Home extends Stored {
  readonly communityId: string;
  readonly place: Place;
  /** `placeKey(place)`, unique in its community. */
  readonly placeKey: string;
  /** In 1/100 m². */
  readonly area: number;
}

export const homes = closedCollection<Home>('homes', [
  { ...ascending('communityId', 'placeKey'), unique: true },
  ascending('communityId', '_id'),
]);

/** One read. */
export function homeById(homeId: string): Promise<Home | undefined> {
  return readById(homes, homeId);
}

/** The home people mean when they write its place, in whatever spelling. One read. */
export async function homeAt(communityId: string, place: Place): Promise<Home | undefined> {
  const [home] = await find(homes, { where: { communityId, placeKey: placeKey(place) }, limit: 1 });
  return home;
}

/** Units as they are numbered; none, where a building has but one. Ours: no building has more. */
const usualUnits = ['', ...Array.from({ length: 20 }, (_, index) => String(index + 1))];

/** The homes people may mean who leave the unit out: this room in each of the usual units of a building. One read. */
export function homesWithRoom(
  communityId: string,
  { building, room }: Pick<Place, 'building' | 'room'>,
): Promise<readonly Home[]> {
  const keys = usualUnits.map((unit) => placeKey({ building, unit, room }));
  return find(homes, { where: { communityId, placeKey: is.oneOf(keys) }, limit: keys.length });
}

/** The next homes of a community in the order of their ids, which never change; at most 100. One read. */
export function homesAfter(
  communityId: string,
  after: string | undefined,
  limit: number,
): Promise<readonly Home[]> {
  return find(homes, {
    where: { communityId, ...(after === undefined ? {} : { _id: is.above(after) }) },
    orderBy: [['_id', 'asc']],
    limit,
  });
}

/** At most 100 ids. One read. */
export function homesByIds(homeIds: readonly string[]): Promise<readonly Home[]> {
  return readByIds(homes, homeIds);
}

/** How many homes a community has. One read. */
export function countHomes(communityId: string): Promise<number> {
  return count(homes, { communityId });
}

/** Twenty homes of one building, in the order of their place; `building` as its place key has it, or as people write it. One read. */
export async function homesOfBuilding(
  communityId: string,
  building: string,
  after: string | undefined,
): Promise<{ readonly homes: readonly Home[]; readonly next?: string }> {
  const first = `${placePartKey(building)}-`;
  const found = await find(homes, {
    where: { communityId, placeKey: is.between(after ?? first, `${first}\uffff`) },
    orderBy: [['placeKey', 'asc']],
    limit: limits.rowsPerPage,
  });
  const last = found.at(-1);
  return found.length < limits.rowsPerPage || !last
    ? { homes: found }
    : { homes: found, next: last.placeKey };
}

/** All homes of one building, in no order. One read for every hundred. */
export function allHomesOfBuilding(communityId: string, building: string): Promise<readonly Home[]> {
  const first = `${placePartKey(building)}-`;
  return findAll(homes, { communityId, placeKey: is.between(first, `${first}\uffff`) });
}
