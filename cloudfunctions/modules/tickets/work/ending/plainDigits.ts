const hanDigits = '零一二三四五六七八九';
const others: Readonly<Record<string, string>> = { 〇: '0', 两: '2', 幺: '1' };
/** Signs that NFKC leaves: ❶ to ❾, ➀ to ➈, ➊ to ➒. */
const circled = [0x2776, 0x2780, 0x278a];

/** Numerals that count nothing: 同一栋, 逐一. */
const counting = /([每任同逐某统唯])一/gu;

/**
 * The text with every number as people would type it: full-width, circled and Chinese numerals become 0 to 9 (十二零一 as 1201, 三百零二 as
 * 302), dashes of all kinds one, spaces and invisible signs none.
 */
export function plainDigits(text: string): string {
  return text
    .replace(/[\u2776-\u2792]/gu, (sign) => circledDigit(sign))
    .normalize('NFKC')
    .replace(/[\s\p{M}\p{Cf}]/gu, '')
    .replace(/[—–−‐‑_~]+/gu, '-')
    .replace(counting, '$1')
    .replace(/[零一二三四五六七八九〇两幺]/gu, (sign) => others[sign] ?? String(hanDigits.indexOf(sign)))
    .replace(/(\d)百(?:(\d?)十(\d?)|0(\d))?/gu, (_all, hundreds, tens, ones, last) => {
      const rest = last === undefined ? tenned(tens, ones) : Number(last);
      return String(Number(hundreds) * 100 + rest);
    })
    .replace(/(?<!\d)(\d?)十(\d?)/gu, (_all, tens, ones) => String(tenned(tens, ones)));
}

function tenned(tens: string | undefined, ones: string | undefined): number {
  return tens === undefined ? 0 : Number(tens || 1) * 10 + Number(ones || 0);
}

function circledDigit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const first = circled.findLast((start) => code >= start) ?? code;
  return String(code - first + 1);
}
