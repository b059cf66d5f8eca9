import { recognise } from '../../cloudfunctions/modules/tickets/recognition/recognise';
import type { Problem } from '../../types/ticket';

/** Our problem → the category of the real residents' messages that holds it. */
const categoryOf: Readonly<Record<Problem, string>> = {
  leak: '房屋质量渗漏',
  burst: '水电气供应',
  supply: '水电气供应',
  electrics: '水电气供应',
  lift: '电梯',
  door: '公共区域设施',
  gas: '水电气供应',
  fire: '消防',
  heating: '水电气供应',
  lighting: '公共区域设施',
  drain: '公共区域设施',
  wall: '房屋质量渗漏',
  facility: '公共区域设施',
  network: '其他',
  noise: '噪音扰民',
  smell: '油烟异味',
  cleaning: '保洁垃圾',
  parking: '停车车位',
  security: '安保安全',
  building: '违建住改商',
  fee: '收费',
  service: '物业管理业委会',
  handover: '开发商交房产权',
  planning: '规划邻避',
  road: '道路出行',
  school: '学区教育',
  other: '其他',
};

/** Rows of a CSV text, quotes and line breaks inside quotes included; the first row names the columns. */
export function readRows(csv: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push([]);
    }
  }
  const [names = [], ...others] = rows.filter((row) => row.some((value) => value !== ''));
  return others.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

function share(hits: number, of: number): number {
  return of === 0 ? 0 : Number((hits / of).toFixed(3));
}

/**
 * Whether a message is of the half whose titles nobody looked at while sentences were written and the reading of long texts was tuned: by
 * a hash of its source and number.
 */
function isUnread(row: Record<string, string>): boolean {
  let hash = 0;
  for (const unit of `${row.source}${row.msg_id}`) {
    hash = (Math.imul(hash, 31) + unit.charCodeAt(0)) >>> 0;
  }
  return ((hash >>> 3) & 1) === 1;
}

function judge(row: Record<string, string>, sureFrom: number) {
  const agrees = (text: string) => categoryOf[recognise(text).problem] === row.gold_category;
  const title = row.title ?? '';
  return {
    title: agrees(title),
    all: agrees(`${title}。${row.text}`),
    text: agrees(row.text ?? ''),
    rule: row.weak_category === row.gold_category,
    sure: recognise(title).problemConfidence >= sureFrom,
  };
}

function agreement(judged: readonly ReturnType<typeof judge>[]) {
  const agreed = (key: 'title' | 'all' | 'text' | 'rule') =>
    share(judged.filter((row) => row[key]).length, judged.length);
  return {
    rows: judged.length,
    byTitle: agreed('title'),
    byTitleAndText: agreed('all'),
    byTextAlone: agreed('text'),
    keywordRule: agreed('rule'),
  };
}

/**
 * How often our problem, put into the 18 categories of the messages, is the labeller's, read off the title alone (as the
 * labeller did), off title and text, and off the text alone; beside it the keyword rule on the very same rows, the rows we call
 * sure, and all of it again on the half that nobody has looked at.
 */
export function measure(csv: string, sureFrom: number) {
  const rows = readRows(csv).filter((row) => row.gold_category);
  const judged = rows.map((row) => judge(row, sureFrom));
  const sure = judged.filter((row) => row.sure);
  return {
    ...agreement(judged),
    sureShare: share(sure.length, judged.length),
    byTitleWhereSure: share(sure.filter((row) => row.title).length, sure.length),
    unread: agreement(judged.filter((_, at) => isUnread(rows[at]!))),
  };
}
