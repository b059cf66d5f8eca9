import type { Fen } from '../../types/money';

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const places = ['', '十', '百', '千'];
const groups = ['', '万', '亿', '万亿'];

/** An amount as one says it: 一千二百八十四元六角, 十元, 零元. For the ear and for weak eyes; receipts have 大写 (types/yuan). */
export function amountWords(amount: Fen): string {
  const size = Math.abs(amount);
  const yuan = Math.floor(size / 100);
  const jiao = Math.floor((size % 100) / 10);
  const cent = size % 10;
  const parts = [
    yuan > 0 || size === 0 ? `${numberWords(yuan)}元` : '',
    jiao > 0 ? `${numerals[jiao]}角` : cent > 0 && yuan > 0 ? '零' : '',
    cent > 0 ? `${numerals[cent]}分` : '',
  ];
  return `${amount < 0 ? '负' : ''}${parts.join('')}`;
}

function numberWords(value: number): string {
  if (value === 0) return '零';
  const words: string[] = [];
  for (let rest = value, group = 0; rest > 0; rest = Math.floor(rest / 10_000), group += 1) {
    const four = rest % 10_000;
    if (four > 0) words.unshift(`${fourWords(four)}${groups[group]}`);
    // A nought is said where a group begins with noughts after another group.
    if (four > 0 && four < 1000 && rest >= 10_000) words.unshift('零');
  }
  return words.join('').replace(/^一十/, '十');
}

function fourWords(value: number): string {
  let words = '';
  let skipped = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) skipped = words !== '';
    else {
      words += `${skipped ? '零' : ''}${numerals[digit]}${places[place]}`;
      skipped = false;
    }
  }
  return words;
}
