import type { Purpose } from '../../../../types/charge';
import type { Day } from '../../../../types/day';
import type { Quantity, Rate } from '../../../../types/money';
import type { ChargeItem } from '../../charging';
import {
  amountOf,
  dayCell,
  oneOf,
  optional,
  permille,
  personName,
  price,
  required,
  textUpTo,
  wholeNumber,
} from './column';
import { type AtHome, atHome } from './homeSheets';
import type { SheetLayout } from './layout';

export interface ItemRow {
  readonly name: string;
  readonly purpose: Purpose;
  readonly method: ChargeItem['method'];
  readonly payeeName: string;
  readonly merchantId: string;
  readonly unit: string | undefined;
  readonly meterDecimals: number | undefined;
  readonly dueMonth: number | undefined;
  readonly dueDay: number | undefined;
}

const digits = (least: number, most: number) => (text: string, heading: string) =>
  /^\d+$/.test(text) && text.length >= least && text.length <= most
    ? ({ ok: true, value: text } as const)
    : ({
        ok: false,
        complaint: { title: `${heading}不对`, fix: `填 ${least} 到 ${most} 位数字，不要带空格` },
      } as const);

export const itemSheet: SheetLayout<ItemRow> = {
  name: '收费项目',
  aliases: ['收费标准', '项目'],
  columns: {
    name: required('项目名称', textUpTo(20), '收费项目', '名称', '项目'),
    purpose: required(
      '类别',
      oneOf<Purpose>({
        propertyFee: ['物业费', '物业管理费'],
        parking: ['停车费', '车位费'],
        electricity: ['电费'],
        water: ['水费'],
        other: ['其他', '其它'],
      }),
      '费用类别',
    ),
    method: required(
      '计费方式',
      oneOf<ChargeItem['method']>({
        area: ['按面积'],
        meter: ['按表计', '按表', '抄表'],
        fixed: ['按户', '固定'],
        parking: ['按车位'],
      }),
    ),
    payeeName: required('收款方', textUpTo(50), '收款单位'),
    merchantId: required('商户号', digits(8, 10), '收款商户号', '微信支付商户号'),
    unit: optional('单位', textUpTo(6), '计量单位'),
    meterDecimals: optional('读数小数位', wholeNumber(0, 3)),
    dueMonth: optional('缴费月', dueMonth, '到期月'),
    dueDay: optional('缴费日', wholeNumber(1, 31), '到期日'),
  },
};

/** `当月`, `次月`, or so many months after the first one. */
function dueMonth(text: string, heading: string) {
  if (text === '当月') return { ok: true, value: 0 } as const;
  return text === '次月' ? ({ ok: true, value: 1 } as const) : wholeNumber(0, 12)(text, heading);
}

export interface TariffRow {
  readonly item: string;
  readonly from: Day;
  readonly to: Day | undefined;
  readonly basis: string;
  readonly price: Rate;
  readonly cycle: 'year' | 'month' | undefined;
  readonly yearStartsIn: number | undefined;
  readonly upTo1: Quantity | undefined;
  readonly price2: Rate | undefined;
  readonly upTo2: Quantity | undefined;
  readonly price3: Rate | undefined;
  readonly upTo3: Quantity | undefined;
  readonly price4: Rate | undefined;
  readonly extraName: string | undefined;
  readonly extraPrice: Rate | undefined;
}

const tierEnd = amountOf(3, '用量', '2760');

export const tariffSheet: SheetLayout<TariffRow> = {
  name: '费率',
  aliases: ['单价', '价格'],
  columns: {
    item: required('项目名称', textUpTo(20), '收费项目', '项目'),
    from: required('生效日期', dayCell, '开始日期'),
    to: optional('截止日期', dayCell, '结束日期'),
    basis: required('收费依据', textUpTo(100), '依据', '文号'),
    price: required('单价', price, '第一档单价', '一档单价'),
    cycle: optional('阶梯周期', oneOf({ year: ['年', '按年'], month: ['月', '按月'] })),
    yearStartsIn: optional('年度起始月', wholeNumber(1, 12)),
    upTo1: optional('第一档上限', tierEnd, '一档上限'),
    price2: optional('第二档单价', price, '二档单价'),
    upTo2: optional('第二档上限', tierEnd, '二档上限'),
    price3: optional('第三档单价', price, '三档单价'),
    upTo3: optional('第三档上限', tierEnd, '三档上限'),
    price4: optional('第四档单价', price, '四档单价'),
    extraName: optional('附加费名称', textUpTo(20), '附加项目'),
    extraPrice: optional('附加费单价', price, '附加单价'),
  },
};

export interface AssignmentRow extends AtHome {
  readonly item: string;
  readonly subject: string | undefined;
  readonly party: string | undefined;
  readonly from: Day;
  readonly to: Day | undefined;
  readonly count: number | undefined;
  readonly exception: 'ownPrice' | 'waiver' | 'vacancy' | undefined;
  readonly ownPrice: Rate | undefined;
  readonly permille: number | undefined;
  readonly exceptionFrom: Day | undefined;
  readonly exceptionTo: Day | undefined;
  readonly exceptionBasis: string | undefined;
  readonly lateFeePerDay: Quantity | undefined;
  readonly lateFeeGrace: number | undefined;
  readonly lateFeeCap: number | undefined;
}

export const assignmentSheet: SheetLayout<AssignmentRow> = {
  name: '收费绑定',
  aliases: ['收费关系', '收费合同'],
  columns: {
    ...atHome,
    item: required('项目名称', textUpTo(20), '收费项目', '项目'),
    subject: optional('表号或车位号', textUpTo(20), '表号', '车位号'),
    party: optional('缴费人', personName, '责任人'),
    from: required('开始日期', dayCell, '计费开始日期'),
    to: optional('结束日期', dayCell, '计费结束日期'),
    count: optional('数量', wholeNumber(1, 100)),
    exception: optional(
      '合同例外',
      oneOf({ ownPrice: ['合同单价', '协议单价'], waiver: ['减免'], vacancy: ['空置折扣', '空置'] }),
      '例外',
    ),
    ownPrice: optional('合同单价', price, '例外单价'),
    permille: optional('减收比例', permille, '减免比例', '折扣比例'),
    exceptionFrom: optional('例外开始日期', dayCell),
    exceptionTo: optional('例外结束日期', dayCell),
    exceptionBasis: optional('例外依据', textUpTo(100)),
    lateFeePerDay: optional('滞纳金日率', amountOf(2, '万分之几', '5'), '滞纳金日率万分之'),
    lateFeeGrace: optional('滞纳金宽限天数', wholeNumber(0, 365)),
    lateFeeCap: optional('滞纳金上限', permille),
  },
};
