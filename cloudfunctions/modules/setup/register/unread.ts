import { placeKey } from '../../../../types/place';
import type { ResidentRow } from '../sheets/homeSheets';
import type { Unread } from '../sheets/layout';
import type { Homes } from './homes';

/** Do the rows that could not be read have this name, or could none of the sheet be. */
export function namedIn<Row>(
  { rows, isWhole }: Unread<Row>,
  nameOf: (row: Partial<Row>) => string | undefined,
): (name: string) => boolean {
  const names = new Set(rows.map(nameOf));
  return (name) => isWhole || names.has(name);
}

/** The people whose rows could not be read, or all where the sheet could not. */
export function unreadPeople(
  { rows, isWhole }: Unread<ResidentRow>,
  { byKey }: Homes,
): (homeId: string, name: string) => boolean {
  const people = new Set(
    rows.map(({ building = '', unit = '', room = '', name }) => {
      const home = byKey.get(placeKey({ building, unit, room }));
      return `${home?.homeId}|${name}`;
    }),
  );
  return (homeId, name) => isWhole || people.has(`${homeId}|${name}`);
}
