/** What is looked for: one ticket by its number, or all of a home. */
export type Sought =
  | { readonly number: string }
  | { readonly building: string; readonly unit: string; readonly room: string };

const number = /^(\d{8})[\s-]*(\d{4})$/;
/** 3-2-1201, 3 2 1201, 3栋2单元1201室 */
const home = /^([^\s-]+?)(?:号楼|栋|幢|座|楼|[\s-])+([^\s-]+?)(?:单元|[\s-])+([^\s-]+?)(?:室|房|号)?$/;

/** What the words name: a ticket's number or a home, as people write them; undefined where they name neither. */
export function soughtIn(words: string): Sought | undefined {
  const text = words.normalize('NFKC').trim();
  const [, day, digits] = number.exec(text) ?? [];
  if (day !== undefined && digits !== undefined) return { number: `${day}-${digits}` };
  const [, building, unit, room] = home.exec(text) ?? [];
  if (building === undefined || unit === undefined || room === undefined) return undefined;
  return { building, unit, room };
}
