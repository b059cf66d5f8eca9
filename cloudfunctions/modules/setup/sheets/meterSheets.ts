import type { Day, Month } from '../../../../types/day';
import type { Fen, Quantity } from '../../../../types/money';
import {
  amountOf,
  dayCell,
  monthCell,
  optional,
  personName,
  placeText,
  required,
  textUpTo,
  wholeNumber,
  yuan,
} from './column';
import { type AtHome, atHome } from './homeSheets';
import type { SheetLayout } from './layout';

export interface MeterRow extends AtHome {
  readonly item: string;
  readonly serial: string;
  readonly multiplier: number | undefined;
  readonly readOn: Day;
  readonly reading: Quantity;
  readonly usedInCycle: Quantity | undefined;
}

/** A meter's number: no blanks, so that it can be typed at the door. */
const serial = (text: string, heading: string) =>
  /^[A-Za-z0-9-]{1,30}$/.test(text)
    ? ({ ok: true, value: text } as const)
    : ({
        ok: false,
        complaint: { title: `${heading}不对`, fix: '只用字母、数字和“-”，照表上的写' },
      } as const);

const readingCell = amountOf(3, '表上的读数', '1356');

export const meterSheet: SheetLayout<MeterRow> = {
  name: '表计',
  aliases: ['水电表', '表具', '仪表'],
  columns: {
    ...atHome,
    item: required('项目名称', textUpTo(20), '收费项目', '项目'),
    serial: required('表号', serial, '表编号'),
    multiplier: optional('倍率', wholeNumber(1, 10_000)),
    readOn: required('上次抄表日期', dayCell, '抄表日期', '起始日期'),
    reading: required('上次读数', readingCell, '读数', '起始读数'),
    usedInCycle: optional('本周期已用量', readingCell, '本年已用量', '年度已用量'),
  },
};

export interface ParkingRow extends AtHome {
  readonly item: string;
  readonly space: string;
  readonly from: Day;
  readonly to: Day | undefined;
}

export const parkingSheet: SheetLayout<ParkingRow> = {
  name: '车位',
  aliases: ['停车位', '车位信息'],
  columns: {
    ...atHome,
    item: required('项目名称', textUpTo(20), '收费项目', '项目'),
    space: required('车位号', placeText, '车位编号'),
    from: required('开始日期', dayCell, '计费开始日期'),
    to: optional('结束日期', dayCell, '计费结束日期'),
  },
};

export interface ArrearRow extends AtHome {
  readonly item: string;
  readonly subject: string | undefined;
  readonly party: string | undefined;
  readonly first: Month;
  readonly months: number | undefined;
  readonly amount: Fen;
}

export const arrearSheet: SheetLayout<ArrearRow> = {
  name: '期初欠费',
  aliases: ['欠费', '历史欠费'],
  columns: {
    ...atHome,
    item: required('项目名称', textUpTo(20), '收费项目', '项目'),
    subject: optional('表号或车位号', textUpTo(20), '表号', '车位号'),
    party: optional('缴费人', personName, '欠费人'),
    first: required('账期', monthCell, '欠费月份', '起始月', '账期起始月'),
    months: optional('月数', wholeNumber(1, 36), '账期月数'),
    amount: required('欠费金额', yuan, '金额'),
  },
};

export interface PrepaidRow extends AtHome {
  readonly party: string | undefined;
  readonly amount: Fen;
}

export const prepaidSheet: SheetLayout<PrepaidRow> = {
  name: '预存',
  aliases: ['预存余额', '预收款', '预缴'],
  columns: {
    ...atHome,
    party: optional('缴费人', personName, '预存人'),
    amount: required('预存金额', yuan, '预存余额', '余额', '金额'),
  },
};

export interface ReadingRow {
  readonly serial: string;
  readonly item: string | undefined;
  readonly day: Day;
  readonly reading: Quantity;
  readonly oldSerial: string | undefined;
  readonly oldReading: Quantity | undefined;
}

export const readingSheet: SheetLayout<ReadingRow> = {
  name: '抄表',
  aliases: ['抄表记录', '读数'],
  columns: {
    serial: required('表号', serial, '表编号'),
    item: optional('项目名称', textUpTo(20), '收费项目', '项目'),
    day: required('抄表日期', dayCell, '日期'),
    reading: required('读数', readingCell, '本次读数', '止度'),
    oldSerial: optional('旧表号', serial, '换下的表号'),
    oldReading: optional('旧表止度', readingCell, '旧表读数'),
  },
};
