import type { WrittenCell, WrittenSheet } from '../../../cloudfunctions/modules/setup';
import { addMonths, type Day, firstDayOf, type Month, monthOf } from '../../../types/day';
import type { Fen } from '../../../types/money';
import { quantityText, rateText, yuanText } from '../../../types/yuan';
import type { DemoPerson } from '../users';
import { type DemoHome, demoHomes, placeOfHome } from './homes';
import { type DemoMeter, demoMeters, monthsUpTo, usedInYear } from './meters';
import {
  type DemoArrear,
  type DemoVoucher,
  demoArrears,
  demoPrepaid,
  demoVouchers,
  propertyPrice,
} from './money';
import { type DemoResident, demoResidents, demoStaff } from './people';
import { Random } from './random';

export interface DemoOf {
  readonly seed: number;
  /** The day the company goes over to us; the old system has billed up to the month before last. */
  readonly today: Day;
  readonly people: readonly DemoPerson[];
}

const number = (text: string | number): WrittenCell => ({ number: String(text) });
const at = ({ building, unit, room }: DemoHome): readonly string[] => [building, unit, room];
const amount = (fen: Fen): WrittenCell => number(yuanText(fen));

/**
 * 云栖苑 as a property company would hand it over: 1,200 homes in 12 buildings with 13 months of readings, as the sheets of one
 * workbook. The same seed, day and people make the same sheets.
 */
export function demoWorkbook({ seed, today, people }: DemoOf): readonly WrittenSheet[] {
  const random = new Random(seed);
  const thisMonth = monthOf(today);
  const billedUpTo = addMonths(thisMonth, -2);
  const homes = demoHomes(random);
  const residents = demoResidents(homes, people, random);
  const meters = demoMeters(homes, monthsUpTo(thisMonth, 13), random);
  // A stream of its own: the rest stays what it was.
  const vouchers = demoVouchers(homes, people, today, new Random(seed + 1));
  return [
    sheet('楼栋房屋', ['楼栋', '单元', '房号', '建筑面积（㎡）', '楼层'], homes.map(homeRow)),
    residentSheet(residents),
    sheet(
      '员工',
      ['姓名', '手机号', '岗位', '技能', '片区', '入职日期'],
      demoStaff(people, random).map(({ name, phone, duty, skills = '', areas = '' }) => {
        const since = `20${random.whole(17, 24)}-07-01`;
        return [name, phone, duty, skills, areas, since];
      }),
    ),
    ...chargeSheets(),
    sheet(
      '收费绑定',
      assignmentHeadings,
      homes.flatMap((home) => feeRows(home, people, random)),
    ),
    sheet(
      '表计',
      ['楼栋', '单元', '房号', '项目名称', '表号', '倍率', '上次抄表日期', '上次读数', '本周期已用量'],
      meters.map((meter) => meterRow(meter, addMonths(billedUpTo, 1))),
    ),
    sheet('车位', ['楼栋', '单元', '房号', '项目名称', '车位号', '开始日期'], parkingRows(homes, random)),
    sheet(
      '期初欠费',
      ['楼栋', '单元', '房号', '项目名称', '账期', '月数', '欠费金额（元）'],
      demoArrears(homes, people, billedUpTo, random).map(arrearRow),
    ),
    sheet(
      '预存',
      ['楼栋', '单元', '房号', '预存金额（元）'],
      demoPrepaid(residents, random).map((one) => [...at(one.home), amount(one.amount)]),
    ),
    sheet(
      '抵扣券',
      ['楼栋', '单元', '房号', '说明', '截止日期', '抵扣券金额（元）'],
      vouchers.map(voucherRow),
    ),
    sheet(
      '抄表',
      ['表号', '项目名称', '抄表日期', '读数', '旧表号', '旧表止度'],
      meters.flatMap(readingRows),
    ),
  ];
}

function residentSheet(residents: readonly DemoResident[]): WrittenSheet {
  const headings = ['楼栋', '单元', '房号', '姓名', '手机号', '关系', '开始日期', '结束日期'];
  const rowOf = ({ home, name, phone, relation, from, to }: DemoResident) => {
    return [...at(home), name, phone, relation, from, to ?? ''];
  };
  return sheet('住户', headings, residents.map(rowOf));
}

function sheet(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly WrittenCell[])[],
): WrittenSheet {
  return { name, rows: [headings, ...rows] };
}

function homeRow(home: DemoHome): readonly WrittenCell[] {
  const area = quantityText({ units: home.area, decimals: 2 });
  return [...at(home), number(area), number(home.floor)];
}

const assignmentHeadings = [
  ...['楼栋', '单元', '房号', '项目名称', '开始日期'],
  ...['合同例外', '合同单价', '减收比例', '例外开始日期', '例外结束日期', '例外依据'],
];

/** The property fee of a home; some contracts say otherwise. */
function feeRows(
  home: DemoHome,
  people: readonly DemoPerson[],
  random: Random,
): readonly (readonly WrittenCell[])[] {
  const plain = [...at(home), '物业费', '2024-01-01'];
  const chance = people.some((person) => person.home === placeOfHome(home)) ? 1 : random.next();
  if (chance < 0.01) return [[...plain, '空置折扣', '', '30%', '2026-01-01', '', '空置房备案登记']];
  if (chance < 0.014) return [[...plain, '合同单价', number('2.80'), '', '', '', '物业服务合同补充条款二']];
  return [plain];
}

/** Prices of Zhejiang (electricity) and Hangzhou (water), as published. */
function chargeSheets(): readonly WrittenSheet[] {
  const payee = ['云栖物业服务有限公司', '1600000001'];
  return [
    sheet(
      '收费项目',
      ['项目名称', '类别', '计费方式', '收款方', '商户号', '单位', '缴费月', '缴费日'],
      [
        ['物业费', '物业费', '按面积', ...payee, '㎡', '次月', number(25)],
        ['停车费', '停车费', '按车位', ...payee, '个车位', '次月', number(25)],
        ['电费', '电费', '按表计', ...payee, '度', '次月', number(20)],
        ['水费', '水费', '按表计', ...payee, 'm³', '次月', number(20)],
      ],
    ),
    sheet(
      '费率',
      [
        ...['项目名称', '生效日期', '收费依据', '单价', '阶梯周期', '第一档上限', '第二档单价', '第二档上限'],
        ...['第三档单价', '附加费名称', '附加费单价'],
      ],
      [
        ['物业费', '2024-01-01', '物业服务合同第八条', number(rateText(propertyPrice))],
        ['停车费', '2024-01-01', '车位租赁协议第三条', number('280.00')],
        [
          ...['电费', '2012-07-01', '浙价资〔2012〕182号', number('0.538'), '年', number(2760)],
          ...[number('0.588'), number(4800), number('0.838'), '', ''],
        ],
        [
          ...['水费', '2020-01-01', '杭州市居民阶梯水价公示', number('2.40'), '年', number(216)],
          ...[number('3.60'), number(300), number('7.20'), '污水处理费', number('1.10')],
        ],
      ],
    ),
  ];
}

/** Where our first bill begins: the reading the old system billed up to, and the year's use until then. */
function meterRow(meter: DemoMeter, begin: Month): readonly WrittenCell[] {
  const { home, item, multiplier, readings } = meter;
  const reading = readings.find(({ month }) => month === begin);
  if (!reading) throw new Error(`no reading of ${begin}`);
  return [
    ...at(home),
    item,
    reading.serial,
    number(multiplier),
    firstDayOf(begin),
    number(reading.value),
    number(usedInYear(meter, begin)),
  ];
}

function readingRows({ item, readings }: DemoMeter): readonly (readonly WrittenCell[])[] {
  return readings.map(({ month, serial, value, replaced }) => [
    ...[serial, item, firstDayOf(month), number(value)],
    ...(replaced ? [replaced.serial, number(replaced.lastValue)] : []),
  ]);
}

function parkingRows(homes: readonly DemoHome[], random: Random): readonly (readonly WrittenCell[])[] {
  let last = 0;
  return homes.flatMap((home) => {
    if (!random.happens(0.55)) return [];
    last += 1;
    return [[...at(home), '停车费', `B1-${String(last).padStart(3, '0')}`, '2024-01-01']];
  });
}

function arrearRow({ home, item, first, months, amount: owed }: DemoArrear): readonly WrittenCell[] {
  return [...at(home), item, first, number(months), amount(owed)];
}

function voucherRow({ home, reason, expiresOn, amount: worth }: DemoVoucher): readonly WrittenCell[] {
  return [...at(home), reason, expiresOn, amount(worth)];
}
