/** What is looked for: one ticket by its number, all of a home (without a unit: of this room in every unit), all of a caller. */
export type Sought =
  | { readonly number: string }
  | { readonly building: string; readonly unit?: string; readonly room: string }
  | { readonly phone: string }
  | { readonly name: string };

/** Beside the button where the words name nothing that can be looked for. */
export const whatToWrite =
  '认不出要找什么。房号写成 3-2-1201 或 3栋1201，编号写成 20261116-0038；也可以写来电的完整号码，或报修人的全名。';

/** 20261116-0038, 2026-11-16-0038 */
const number = /^(20\d\d)-?(\d\d)-?(\d\d)[\s-]*(\d{4})$/;
/** 138 5712 0001, +86-13857120001 */
const mobile = /^(?:\+?86)?(1[3-9]\d{9})$/;
/** 0571-8512 3456, 85123456 */
const landline = /^(?:0\d{2,3}[\s-]*)?\d{4}\s?\d{3,4}$/;
/** 3-2-1201, 3/2/1201, 3 2 1201, 3栋2单元1201室, 3栋1201 */
const home =
  /^([^\s/-]+?)(?:号楼|栋|幢|座|楼|[\s/-])+(?:([^\s/-]+?)(?:单元|门|[\s/-])+)?([A-Za-z\d]+)(?:室|房|号)?$/;
const name = /^\p{Script=Han}[\p{Script=Han}·]{1,14}$/u;

/** Why nothing was found, and what else to try. */
export function nothingWords(sought: Sought): string {
  if ('number' in sought) return '请核对编号，八位日期后面四位数字。';
  if ('phone' in sought) return '没有报修人留这个号码，可以改用房号找。';
  if ('name' in sought) return '没有报修人叫这个名字，姓名要写全，也可以改用房号找。';
  return '这套房还没有报过事。';
}

/** What the words name, as people write it; undefined where they name nothing that can be looked for. */
export function soughtIn(words: string): Sought | undefined {
  const text = words
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−_]+/g, '-')
    .replace(/^\s*(?:编号|工单号?|No\.?|#)[\s:#]*/i, '')
    .trim();
  const [, year, month, day, digits] = number.exec(text) ?? [];
  if (digits !== undefined) return { number: `${year}${month}${day}-${digits}` };
  return phoneIn(text) ?? homeIn(withDigits(text)) ?? (name.test(text) ? { name: text } : undefined);
}

function phoneIn(text: string): Sought | undefined {
  const bare = text.replace(/[\s-]/g, '');
  const phone = mobile.exec(bare)?.[1] ?? (landline.test(text) ? bare : undefined);
  return phone === undefined ? undefined : { phone };
}

function homeIn(text: string): Sought | undefined {
  const [, building, unit, room] = home.exec(text) ?? [];
  if (building === undefined || room === undefined) return undefined;
  return { building, ...(unit === undefined ? {} : { unit }), room };
}

const han = '零一二三四五六七八九';

/** 十二 as 12, 一二零一 as 1201, 三百零二 as 302. */
function withDigits(text: string): string {
  return text
    .replaceAll('〇', '零')
    .replaceAll('两', '二')
    .replace(/[零一二三四五六七八九十百]+/g, (numeral) => {
      if (!/[十百]/.test(numeral)) return [...numeral].map((sign) => han.indexOf(sign)).join('');
      const [, hundreds = '', tens, ones = ''] = /^(?:(.)百)?零?(?:(.?)十)?(.*)$/.exec(numeral) ?? [];
      const ten = tens === undefined ? 0 : tens === '' ? 1 : han.indexOf(tens);
      const rest = [...ones].map((sign) => han.indexOf(sign)).join('');
      // 十二零一 is floor 12, room 01.
      if (rest.length > 1) return `${ten}${rest.replace(/^(?=.$)/, '0')}`;
      return String(Math.max(0, han.indexOf(hundreds)) * (hundreds ? 100 : 0) + ten * 10 + Number(rest));
    });
}
