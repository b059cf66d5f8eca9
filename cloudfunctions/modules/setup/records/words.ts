import type { ImportKind, ImportRow } from '../../../../types/contract/setup';
import type { Fen, Rate } from '../../../../types/money';
import type { Duty } from '../../../../types/role';
import { formatYuan, quantityText, rateText } from '../../../../types/yuan';
import type { Step } from '../register/step';
import { dutyWords } from '../sheets/homeSheets';
import type { RowProblem } from '../sheets/problem';
import type { FieldChange } from './compare';

export const kindNames: Readonly<Record<ImportKind, string>> = {
  home: '房屋',
  tenure: '住户',
  staff: '员工',
  item: '收费项目',
  meter: '表计',
  assignment: '收费绑定',
  arrear: '期初欠费',
  prepaid: '预存',
  voucher: '抵扣券',
  reading: '抄表',
};

const fieldNames: Readonly<Record<string, string>> = {
  area: '建筑面积',
  phone: '手机号',
  from: '开始日期',
  to: '结束日期',
  name: '姓名',
  duties: '岗位',
  skills: '技能',
  areas: '片区',
  purpose: '类别',
  method: '计费方式',
  payeeId: '商户号',
  unit: '单位',
  meterDecimals: '读数小数位',
  due: '缴费日',
  tariffs: '费率',
  multiplier: '倍率',
  start: '起始读数',
  liablePartyId: '缴费人',
  count: '数量',
  lateFee: '滞纳金',
  exceptions: '合同例外',
  amount: '金额',
  months: '月数',
  expiresOn: '截止日期',
  reason: '说明',
  serial: '表号',
  value: '读数',
  replaced: '换表',
};

/** What changes, as people read it. */
export function changesInWords(step: Step, changes: readonly FieldChange[]): ImportRow['changes'] {
  return changes.map(({ field, now, next }) => ({
    field: fieldNames[field] ?? field,
    now: inWords(step, field, now),
    next: inWords(step, field, next),
  }));
}

function inWords(step: Step, field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '空';
  if (field === 'area') return `${quantityText({ units: Number(value), decimals: 2 })} ㎡`;
  if (field === 'amount') return formatYuan(Number(value) as Fen);
  if (field === 'duties') return (value as readonly Duty[]).map((duty) => dutyWords[duty][0]).join('、');
  if (field === 'tariffs') return tariffsInWords(value as readonly { from: string; price: unknown }[]);
  if (field === 'exceptions') return `${(value as readonly unknown[]).length} 条`;
  if (field === 'start') return startInWords(value as { reading: { day: string; value: number } });
  if (field === 'replaced') return `${(value as { serial: string }).serial} 已换下`;
  if (field === 'liablePartyId') return '另一位住户';
  if (field === 'lateFee' || field === 'due') return '另一种约定';
  if (Array.isArray(value)) return value.length === 0 ? '空' : value.join('、');
  return step.kind === 'item' ? (itemWords[String(value)] ?? String(value)) : String(value);
}

const itemWords: Readonly<Record<string, string>> = {
  propertyFee: '物业费',
  parking: '停车费',
  electricity: '电费',
  water: '水费',
  other: '其他',
  area: '按面积',
  meter: '按表计',
  fixed: '按户',
};

function tariffsInWords(versions: readonly { from: string; price: unknown }[]): string {
  const last = versions.at(-1);
  if (!last) return '空';
  const price = last.price as { kind: string; price?: Rate; tiers?: readonly { price: Rate }[] };
  const first = price.price ?? price.tiers?.[0]?.price;
  return `${versions.length} 个价格，${last.from} 起 ${first ? rateText(first) : ''} 元`;
}

function startInWords({ reading }: { reading: { day: string; value: number } }): string {
  return `${reading.day} 读数 ${reading.value}`;
}

/** How a booked opening figure is put right. */
const putRight: Readonly<Partial<Record<ImportKind, string>>> = {
  arrear: '金额不对请调整这笔账单',
  prepaid: '金额不对请在预存里调整',
  voucher: '少了的请在小程序里另发一张券',
};

/** An opening figure is in the books, and the file has another. */
export function bookedProblem(
  { kind, sheet, row, label }: Step,
  changes: readonly FieldChange[],
): RowProblem {
  const booked = changes.find(({ field }) => field === 'amount')?.now;
  const amount = booked === undefined ? '' : `，入账的是 ${formatYuan(Number(booked) as Fen)}`;
  return {
    sheet,
    row,
    columns: [],
    cells: [label],
    title: `这笔${kindNames[kind]}已经入账`,
    fix: `这里照原来的写${amount}；${putRight[kind] ?? ''}`,
  };
}

/** Arrears for months of which the books have a bill already. */
export function billedProblem({ sheet, row, label }: Step): RowProblem {
  return {
    sheet,
    row,
    columns: [],
    cells: [label],
    title: '这些月份已经有账单',
    fix: '同一个月不能欠两次，请改账期或删掉这一行',
  };
}
