import { dayOf, type Instant } from '../../../../../types/day';
import type { Community } from '../../../community';
import { readWorkbook } from '../../sheets/workbook';
import type { Sheet } from '../../spreadsheet';
import type { Known } from '../known';
import { type Register, readRegister } from '../register';

const now = Date.parse('2026-11-10T09:00:00+08:00') as Instant;
export const moment = { now, today: dayOf(now) };

/** A community without anything on record. */
export function nothingKnown(state: Community['state'] = 'preparing'): Known {
  const community: Community = { _id: 'yunqi', version: 1, name: '云栖苑', state };
  const none = {
    homes: [],
    households: [],
    residents: [],
    staff: [],
    items: [],
    assignments: [],
    meters: [],
  };
  return { community, ...none, readings: new Map(), vouchers: new Set() };
}

/** A sheet by its rows; the first is the heading. */
export function sheet(name: string, ...rows: readonly (readonly string[])[]): Sheet {
  return { name, rows: rows.map((cells, index) => ({ number: index + 1, cells })) };
}

export const homeSheet = sheet(
  '楼栋房屋',
  ['楼栋', '单元', '房号', '建筑面积'],
  ['3栋', '2单元', '1201', '168.15'],
  ['3栋', '2单元', '1202', '112.62'],
);
export const residentSheet = sheet(
  '住户',
  ['楼栋', '单元', '房号', '姓名', '手机号', '关系', '开始日期', '结束日期'],
  ['3栋', '2单元', '1201', '王秀英', '13857120001', '业主', '2019-09-01', ''],
  ['3栋', '2单元', '1201', '陈晓雯', '13857120004', '家属', '', ''],
);
export const itemSheet = sheet(
  '收费项目',
  ['项目名称', '类别', '计费方式', '收款方', '商户号', '读数小数位'],
  ['物业费', '物业费', '按面积', '云栖物业', '1600000001', ''],
  ['停车费', '停车费', '按车位', '云栖物业', '1600000001', ''],
  ['电费', '电费', '按表计', '云栖物业', '1600000001', '0'],
);
export const tariffSheet = sheet(
  '费率',
  ['项目名称', '生效日期', '收费依据', '单价', '第一档上限', '第二档单价'],
  ['物业费', '2024-01-01', '合同第八条', '3.20', '', ''],
  ['停车费', '2024-01-01', '车位协议', '280', '', ''],
  ['电费', '2012-07-01', '浙价资182号', '0.538', '2760', '0.588'],
);
export const meterSheet = sheet(
  '表计',
  ['楼栋', '单元', '房号', '项目名称', '表号', '上次抄表日期', '上次读数', '本周期已用量'],
  ['3栋', '2单元', '1201', '电费', 'D1', '2026-10-01', '1000', '900'],
);
const whole = [homeSheet, residentSheet, itemSheet, tariffSheet, meterSheet];

/** What the sheets say beside, or in place of, a sound little community. */
export function registerOf(...sheets: readonly Sheet[]): Register {
  const names = new Set(sheets.map(({ name }) => name));
  const all = [...whole.filter(({ name }) => !names.has(name)), ...sheets];
  return readRegister(readWorkbook(all), nothingKnown(), moment);
}

/** What is wrong, as `row: title`. */
export function problemsOf(...sheets: readonly Sheet[]): readonly string[] {
  return registerOf(...sheets).problems.map(({ row, title }) => `${row}: ${title}`);
}
