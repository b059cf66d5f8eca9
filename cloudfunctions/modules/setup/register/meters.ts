import { placeName } from '../../../../types/place';
import { cycleStart, type MeterPosition, type MeterRecord } from '../../charging';
import type { ReadRow } from '../sheets/layout';
import type { MeterRow } from '../sheets/meterSheets';
import type { ChargeContext } from './context';
import { homeOf, type PlacedHome } from './homes';
import { meterIdOf } from './ids';
import { exactUnits, itemOf, type NamedItem } from './items';
import { isPreparing } from './known';
import type { MeterStep } from './step';

/** A meter with the home and item it belongs to. */
export interface PlacedMeter {
  readonly step: MeterStep;
  readonly home: PlacedHome;
  readonly item: NamedItem;
  readonly row: ReadRow<MeterRow>;
  readonly start: MeterPosition;
}

/** 表计: a meter, where its first bill begins, and what its tariff cycle has used so far. */
export function readMeters(
  rows: readonly ReadRow<MeterRow>[],
  context: ChargeContext,
): readonly PlacedMeter[] {
  const { findings, known } = context;
  const firsts = findings.unique(
    rows,
    ({ item, serial }) => `${item}|${serial}`,
    (first) => ({ title: `和第 ${first.row} 行表号相同`, fix: '一块表只留一行' }),
    'serial',
  );
  const there = new Map(known.meters.map((meter) => [meter._id, meter]));
  return firsts.flatMap((row) => {
    const home = homeOf(row, context.homes, findings);
    const item = itemOf(row, context.items, findings);
    if (!home || !item) return [];
    if (item.method !== 'meter') {
      findings.add(row, { title: '这个项目不按表计', fix: '项目名称填电费、水费这类按表计的项目' }, 'item');
      return [];
    }
    const start = startOf(row, item, context);
    const before = there.get(meterIdOf(item.itemId, row.value.serial));
    if (!start || (before && isOtherMeter(row, home, before, start, context))) return [];
    return [{ step: stepOf(row, home, item, start), home, item, row, start }];
  });
}

function stepOf(
  { value, sheet, row }: ReadRow<MeterRow>,
  { homeId, place }: PlacedHome,
  item: NamedItem,
  start: MeterPosition,
): MeterStep {
  const meterId = meterIdOf(item.itemId, value.serial);
  const { multiplier } = value;
  return {
    kind: 'meter',
    key: meterId,
    sheet,
    row,
    label: `${placeName(place)} ${item.name}表 ${value.serial}`,
    homeId,
    meterId,
    serial: value.serial,
    fields: { ...(multiplier === undefined ? {} : { multiplier }), start },
    initial: { multiplier: 1 },
  };
}

function startOf(
  row: ReadRow<MeterRow>,
  item: NamedItem,
  { today, findings }: ChargeContext,
): MeterPosition | undefined {
  const { readOn, reading, serial, usedInCycle } = row.value;
  if (readOn > today) {
    findings.add(row, { title: '抄表日期还没有到', fix: '填最近一次抄表的日期' }, 'readOn');
    return undefined;
  }
  const price = item.tariffs.findLast(({ from }) => from <= readOn)?.price ?? item.tariffs[0]?.price;
  if (price?.kind !== 'tiered') return undefined;
  if (price.tiers.length > 1 && usedInCycle === undefined) {
    const fix = '阶梯价要知道本周期已经用了多少；新周期刚开始就填 0';
    findings.add(row, { title: '本周期已用量没有填', fix }, 'usedInCycle');
    return undefined;
  }
  const decimals = item.meterDecimals;
  const value = exactUnits(row, 'reading', { cell: reading, decimals }, findings);
  const used = usedInCycle ? exactUnits(row, 'usedInCycle', { cell: usedInCycle, decimals }, findings) : 0;
  if (value === undefined || used === undefined) return undefined;
  return {
    reading: { day: readOn, serial, value },
    cycleStart: cycleStart(price, readOn),
    usedInCycle: used,
  };
}

/** A meter that is known stays where it is, and begins where it began: bills rest on it. */
function isOtherMeter(
  row: ReadRow<MeterRow>,
  { homeId }: PlacedHome,
  before: MeterRecord,
  start: MeterPosition,
  { known, findings }: ChargeContext,
): boolean {
  if (isPreparing(known)) return false;
  if (before.homeId !== homeId) {
    findings.add(row, { title: '这块表登记在别的房屋', fix: '核对表号和房号' }, 'serial', 'room');
    return true;
  }
  const { reading, usedInCycle } = before.start;
  const isSame =
    reading.day === start.reading.day &&
    reading.value === start.reading.value &&
    usedInCycle === start.usedInCycle;
  if (isSame) return false;
  const fix = `照原来的写：${reading.day}、${reading.value}；新的读数写在“抄表”表`;
  findings.add(row, { title: '这块表已有起始读数', fix }, 'readOn', 'reading', 'usedInCycle');
  return true;
}
