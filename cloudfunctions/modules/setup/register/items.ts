import type { Quantity } from '../../../../types/money';
import { type ChargeItem, type Tariff, type TariffProblem, tariffProblem } from '../../charging';
import type { ItemRow, TariffRow } from '../sheets/chargeSheets';
import type { ReadRow } from '../sheets/layout';
import type { Complaint } from '../sheets/problem';
import type { Workbook } from '../sheets/workbook';
import type { Findings } from './findings';
import { itemIdOf } from './ids';
import { isPreparing, type Known } from './known';
import type { ItemStep } from './step';
import { namedIn } from './unread';

/** A charge item that other sheets may name. */
export interface NamedItem extends Pick<ChargeItem, 'name' | 'purpose' | 'method' | 'meterDecimals'> {
  readonly itemId: string;
  readonly payeeId: string;
  readonly tariffs: readonly Tariff[];
}

export interface Items {
  readonly steps: readonly ItemStep[];
  readonly byName: ReadonlyMap<string, NamedItem>;
  /** Is this the name of an item that the file has, in a row or sheet that could not be read. */
  readonly isUnread: (name: string) => boolean;
  /** The one payee the file names, where it has charge items. */
  readonly payee?: { readonly name: string; readonly merchantId: string };
}

const units: Readonly<Record<ChargeItem['method'], string>> = {
  area: '㎡',
  meter: '度',
  fixed: '户',
  parking: '个车位',
};

/** 收费项目 and 费率: an item with all versions of its price. */
export function readItems(
  { rows: { items: rows, tariffs: tariffRows }, unread }: Pick<Workbook, 'rows' | 'unread'>,
  known: Known,
  findings: Findings,
): Items {
  const firsts = findings.unique(
    rows,
    ({ name }) => name,
    (first) => ({ title: `和第 ${first.row} 行项目同名`, fix: '一个项目只留一行，价格变动写在“费率”表' }),
    'name',
  );
  const payee = onePayee(firsts, known, findings);
  const byName = new Map<string, NamedItem>(
    known.items.map((item) => [item.name, { ...item, itemId: item._id }]),
  );
  for (const { value } of firsts) {
    const before = byName.get(value.name);
    const itemId = before?.itemId ?? itemIdOf(known.community._id, value.name);
    const meterDecimals = value.meterDecimals ?? before?.meterDecimals ?? 0;
    const { name, purpose, method, merchantId: payeeId } = value;
    byName.set(name, {
      name,
      purpose,
      method,
      itemId,
      payeeId,
      meterDecimals,
      tariffs: before?.tariffs ?? [],
    });
  }
  const isUnread = namedIn(unread.items, ({ name }) => name);
  const tariffs = readTariffs(tariffRows, { byName, isUnread }, findings);
  for (const [name, versions] of tariffs) {
    const item = byName.get(name);
    if (item) byName.set(name, { ...item, tariffs: versions });
  }
  const hasWrongPrice = namedIn(unread.tariffs, ({ item }) => item);
  refuseUnpriced(
    firsts.filter(({ value }) => !hasWrongPrice(value.name)),
    byName,
    findings,
  );
  const steps = [
    ...firsts.map((at) => itemStep(at, byName, tariffs)),
    ...onlyTariffs(tariffRows, firsts, byName, tariffs),
  ];
  return { steps, byName, isUnread, ...(payee ? { payee } : {}) };
}

/** A community has one payee for now: more are refused, and so is another one than it has. */
function onePayee(rows: readonly ReadRow<ItemRow>[], known: Known, findings: Findings): Items['payee'] {
  const [first] = rows;
  if (!first) return undefined;
  const fixed = isPreparing(known) ? undefined : known.community.payee?.merchantId;
  const wanted = fixed ?? first.value.merchantId;
  for (const row of rows) {
    if (row.value.merchantId === wanted) continue;
    const fix = `这个小区的收款商户号是 ${wanted}，所有项目都填它`;
    findings.add(row, { title: '一个小区只能有一个收款方', fix }, 'payeeName', 'merchantId');
  }
  return { name: first.value.payeeName, merchantId: wanted };
}

function itemStep(
  { value, sheet, row }: ReadRow<ItemRow>,
  byName: Items['byName'],
  tariffs: ReadonlyMap<string, readonly Tariff[]>,
): ItemStep {
  const { name, purpose, method, unit, meterDecimals, merchantId, dueMonth, dueDay } = value;
  const versions = tariffs.get(name);
  const water = purpose === 'water' ? 'm³' : undefined;
  const due = { monthsAfter: dueMonth ?? 0, day: dueDay ?? 31 };
  return {
    kind: 'item',
    key: name,
    sheet,
    row,
    label: name,
    itemId: byName.get(name)?.itemId as string,
    name,
    fields: {
      purpose,
      method,
      payeeId: merchantId,
      ...(unit === undefined ? {} : { unit }),
      ...(meterDecimals === undefined ? {} : { meterDecimals }),
      ...(dueMonth === undefined && dueDay === undefined ? {} : { due }),
      ...(versions ? { tariffs: versions } : {}),
    },
    initial: {
      unit: method === 'meter' ? (water ?? '度') : units[method],
      meterDecimals: 0,
      due,
      tariffs: [],
    },
  };
}

/** New prices of items the file does not describe otherwise. */
function onlyTariffs(
  tariffRows: readonly ReadRow<TariffRow>[],
  items: readonly ReadRow<ItemRow>[],
  byName: Items['byName'],
  tariffs: ReadonlyMap<string, readonly Tariff[]>,
): readonly ItemStep[] {
  const described = new Set(items.map(({ value }) => value.name));
  return [...tariffs].flatMap(([name, versions]) => {
    const at = tariffRows.find(({ value }) => value.item === name);
    const item = byName.get(name);
    if (described.has(name) || !at || !item) return [];
    const { itemId } = item;
    const about = { sheet: at.sheet, row: at.row, label: name, itemId, name };
    return [{ kind: 'item', key: name, ...about, fields: { tariffs: versions }, initial: {} }];
  });
}

/** The versions of each item, the file's in place of the record's of the same day. */
function readTariffs(
  rows: readonly ReadRow<TariffRow>[],
  items: Pick<Items, 'byName' | 'isUnread'>,
  findings: Findings,
): ReadonlyMap<string, readonly Tariff[]> {
  const { byName } = items;
  const versions = new Map<string, { readonly at: ReadRow<TariffRow>; readonly tariff: Tariff }[]>();
  const firsts = findings.unique(
    rows,
    ({ item, from }) => `${item}|${from}`,
    (first) => ({ title: `和第 ${first.row} 行同一天生效`, fix: '一个项目一天只能有一个价格' }),
    'item',
    'from',
  );
  for (const at of firsts) {
    const item = itemOf(at, items, findings);
    const tariff = item && tariffOf(at, item, findings);
    if (tariff) versions.set(item.name, [...(versions.get(item.name) ?? []), { at, tariff }]);
  }
  return new Map(
    [...versions].map(([name, of]) => {
      const fromFile = of.map(({ tariff }) => tariff);
      const days = new Set(fromFile.map(({ from }) => from));
      const kept = (byName.get(name)?.tariffs ?? []).filter(({ from }) => !days.has(from));
      const all = [...kept, ...fromFile].sort((a, b) => (a.from < b.from ? -1 : 1));
      const problem = tariffProblem(all);
      const last = of.at(-1);
      if (problem && last) findings.add(last.at, tariffComplaints[problem], 'price');
      return [name, all];
    }),
  );
}

function tariffOf(at: ReadRow<TariffRow>, item: NamedItem, findings: Findings): Tariff | undefined {
  const { from, to, basis, price, cycle, yearStartsIn, extraName, extraPrice } = at.value;
  const about = { from, ...(to === undefined ? {} : { to }), basis };
  if (item.method !== 'meter') {
    if (at.value.price2 === undefined && extraName === undefined)
      return { ...about, price: { kind: 'flat', price } };
    findings.add(
      at,
      { title: '只有按表计的项目有阶梯', fix: '删掉第二档以后的单价和附加费' },
      'price2',
      'extraName',
    );
    return undefined;
  }
  if ((extraName === undefined) !== (extraPrice === undefined)) {
    findings.add(at, { title: '附加费没有写全', fix: '名称和单价都要填' }, 'extraName', 'extraPrice');
    return undefined;
  }
  const extras = extraName && extraPrice ? [{ name: extraName, price: extraPrice }] : [];
  const tiers = tiersOf(at, item.meterDecimals, findings);
  const shape = { cycle: cycle ?? 'year', yearStartsIn: yearStartsIn ?? 1 } as const;
  return tiers && { ...about, price: { kind: 'tiered', ...shape, tiers, extras } };
}

type Tiers = Extract<Tariff['price'], { kind: 'tiered' }>['tiers'];

function tiersOf(at: ReadRow<TariffRow>, decimals: number, findings: Findings): Tiers | undefined {
  const { price, price2, price3, price4, upTo1, upTo2, upTo3 } = at.value;
  const prices = [price, price2, price3, price4];
  const ends = [upTo1, upTo2, upTo3];
  const count = prices.findLastIndex((one) => one !== undefined) + 1;
  const isWhole =
    prices.slice(0, count).every((one) => one !== undefined) &&
    ends.every((end, index) => (end !== undefined) === index + 1 < count);
  if (!isWhole) {
    const fix = '除最后一档外，每一档都要有单价和上限；最后一档没有上限';
    findings.add(at, { title: '阶梯没有写全', fix }, 'upTo1', 'price2', 'upTo2', 'price3', 'upTo3', 'price4');
    return undefined;
  }
  const fields = ['upTo1', 'upTo2', 'upTo3'] as const;
  const tiers = prices.slice(0, count).flatMap((one, index) => {
    const end = ends[index];
    const field = fields[index];
    if (!one || !end || !field) return one ? [{ price: one }] : [];
    const upTo = exactUnits(at, field, { cell: end, decimals }, findings);
    return upTo === undefined ? [] : [{ upTo, price: one }];
  });
  return tiers.length === count ? tiers : undefined;
}

/** A quantity in so many decimals; undefined where it has more. */
function inUnits({ units: value, decimals: has }: Quantity, decimals: number): number | undefined {
  const units = value / 10 ** (has - decimals);
  return Number.isInteger(units) ? units : undefined;
}

/** The same, or a complaint about the cell it stands in. */
export function exactUnits<Row>(
  row: ReadRow<Row>,
  field: keyof Row,
  { cell, decimals }: { readonly cell: Quantity; readonly decimals: number },
  findings: Findings,
): number | undefined {
  const units = inUnits(cell, decimals);
  if (units !== undefined) return units;
  const fix =
    decimals === 0 ? '这个项目的读数只取整数' : `这个项目的读数最多 ${decimals} 位小数（“读数小数位”）`;
  findings.add(row, { title: '小数太多', fix }, field);
  return undefined;
}

const tariffComplaints: Readonly<Record<TariffProblem, Complaint>> = {
  noVersion: { title: '没有价格', fix: '在“费率”表里补上这个项目的单价' },
  sameDayTwice: { title: '同一天有两个价格', fix: '一个项目一天只能有一个价格' },
  endsBeforeItBegins: { title: '截止早于生效', fix: '请核对生效和截止日期' },
  noTier: { title: '没有单价', fix: '补上单价' },
  tiersNotRising: { title: '阶梯上限不是递增的', fix: '每一档的上限都要大于前一档' },
  lastTierEnds: { title: '最后一档有上限', fix: '最后一档不填上限' },
  negativePrice: { title: '单价小于 0', fix: '填大于或等于 0 的单价' },
  yearStartsInNoMonth: { title: '年度起始月不对', fix: '填 1 到 12' },
};

function refuseUnpriced(
  rows: readonly ReadRow<ItemRow>[],
  byName: Items['byName'],
  findings: Findings,
): void {
  for (const row of rows) {
    if ((byName.get(row.value.name)?.tariffs.length ?? 0) > 0) continue;
    findings.add(row, { title: '这个项目没有价格', fix: '在“费率”表里加一行它的单价和收费依据' }, 'name');
  }
}

function itemNames(byName: Items['byName']): string {
  const names = [...byName.keys()];
  return names.length === 0
    ? '先在“收费项目”表里加'
    : `已有的项目：${names.join('、')}。新项目先在“收费项目”表加`;
}

/** The item a row names, or a complaint; none where the item's own row has one. */
export function itemOf<Row extends { readonly item: string }>(
  row: ReadRow<Row>,
  { byName, isUnread }: Pick<Items, 'byName' | 'isUnread'>,
  findings: Findings,
): NamedItem | undefined {
  const item = byName.get(row.value.item);
  if (!item && !isUnread(row.value.item))
    findings.add(row, { title: '没有这个收费项目', fix: itemNames(byName) }, 'item');
  return item;
}
