/** Where a home is, in the register's own words: `3`, `3栋`, `A座`; `2`, `2单元`; `1201`, `1201室`. */
export interface Place {
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}

const suffixes = /(号楼|栋|幢|座|楼|单元|室|房|号)$/;

/** What people write in many ways, written in one: half-width, capitals, no `栋`, no leading noughts. */
export function placePartKey(part: string): string {
  const half = part.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const bare = half.replace(suffixes, '') || half;
  return bare.replace(/^0+(?=.)/, '');
}

/** One key per home of a community: `3-2-1201`. */
export function placeKey({ building, unit, room }: Place): string {
  return [building, unit, room].map(placePartKey).join('-');
}

/** 3栋2单元1201 */
export function placeName({ building, unit, room }: Place): string {
  return `${withSuffix(building, '栋')}${withSuffix(unit, '单元')}${room}`;
}

/** Law 10: 3-2-*** for who may not know the room. */
export function maskedPlace({ building, unit }: Place): string {
  return `${placePartKey(building)}-${placePartKey(unit)}-***`;
}

function withSuffix(part: string, suffix: string): string {
  return suffixes.test(part) ? part : `${part}${suffix}`;
}
