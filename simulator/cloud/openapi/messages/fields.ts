/** `empty` and `invalid` are the two words WeChat uses when it names the field. */
export type FieldVerdict = 'ok' | 'empty' | 'invalid';

const controlCharacter = /\p{Cc}|[\u2028\u2029]/u;
const han = /\p{Script=Han}/u;
const clock = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?/.source;
const year = /\d{4}/.source;
const month = /(?:0?[1-9]|1[0-2])/.source;
const day = /(?:0?[1-9]|[12]\d|3[01])/.source;
const written = `(?:${year}年${month}月(?:${day}日)?|${month}月${day}日)`;
const joined = ['-', '/', '\\.'].map((by) => `${year}${by}${month}(?:${by}${day})?|${month}${by}${day}`);
const date = `(?:${written}|${joined.join('|')})`;
const dateThenClock = `${date}(?:\\s*${clock})?`;
const moment = `(?:${dateThenClock}|${clock})`;

const rules: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^\d+(?:\.\d+)?$/.test(value) && value.replace('.', '').length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => length(value) <= 5 && !/[\p{L}\p{N}\s]/u.test(value),
  character_string: (value) => length(value) <= 32 && !han.test(value),
  time: whole(`${moment}(?:~${moment})?`),
  date: whole(`${dateThenClock}(?:~${dateThenClock})?`),
  amount: (value) => /^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u.test(value),
  phone_number: (value) => length(value) <= 17 && /\d/.test(value) && !/[\p{L}\s]/u.test(value),
  car_number: (value) =>
    length(value) <= 8 && /^[\p{Script=Han}A-Za-z\d][A-Za-z\d]*[\p{Script=Han}A-Za-z\d]$/u.test(value),
  name: (value) => !/\d/.test(value) && length(value) <= (han.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/** The type of a template's field: `character_string3` → `character_string`; undefined when WeChat knows no such type. */
export function fieldType(key: string): string | undefined {
  const type = /^([a-z_]+?)\d+$/.exec(key)?.[1];
  return type !== undefined && (type === 'enum' || Object.hasOwn(rules, type)) ? type : undefined;
}

/**
 * Checks one value by the table of WeChat's `subscribeMessage.send` page. `label` is the field's text in environment.json; that
 * of an enum may list the values it allows: `审核结果|通过|驳回` (without a list any text passes, which WeChat would not let through).
 */
export function checkField(key: string, value: unknown, label = ''): FieldVerdict {
  if (value === undefined || value === null || value === '') return 'empty';
  if (typeof value !== 'string' || controlCharacter.test(value)) return 'invalid';
  if (value.trim() === '') return 'empty';
  const type = fieldType(key);
  if (type === 'enum') return isAllowed(value, label) ? 'ok' : 'invalid';
  return type !== undefined && rules[type]?.(value) ? 'ok' : 'invalid';
}

/** What the user reads before the value. */
export function labelText(label: string): string {
  return label.split('|', 1)[0] ?? '';
}

function isAllowed(value: string, label: string): boolean {
  const allowed = label.split('|').slice(1);
  return allowed.length === 0 || allowed.includes(value);
}

function whole(source: string): (value: string) => boolean {
  const pattern = new RegExp(`^${source}$`);
  return (value) => pattern.test(value);
}

/** In characters as a reader counts them, not in UTF-16 units. */
function length(text: string): number {
  return [...text].length;
}
