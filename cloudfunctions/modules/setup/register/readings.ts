import type { Reading } from '../../charging';
import type { ReadRow } from '../sheets/layout';
import type { ReadingRow } from '../sheets/meterSheets';
import type { Workbook } from '../sheets/workbook';
import type { ChargeContext } from './context';
import { exactUnits } from './items';
import type { PlacedMeter } from './meters';
import type { ReadingStep } from './step';

interface ReadMeter {
  readonly meterId: string;
  readonly itemName: string;
  readonly decimals: number;
  /** From its first reading on, in order, the file's among them. */
  readonly chain: { readonly reading: Reading; readonly row?: ReadRow<ReadingRow> }[];
}

/** 抄表: readings of meters that are known, or come with the same file. Each must fit between its neighbours. */
export function readReadings(
  { rows: { readings: rows, meters: meterRows }, unread }: Pick<Workbook, 'rows' | 'unread'>,
  meters: readonly PlacedMeter[],
  context: ChargeContext,
): readonly ReadingStep[] {
  const bySerial = metersBySerial(meters, context);
  linkReplaced(rows, bySerial);
  const { findings } = context;
  const firsts = findings.unique(
    rows,
    ({ serial, item, day }) => `${serial}|${item ?? ''}|${day}`,
    (first) => ({ title: `和第 ${first.row} 行同表同日`, fix: '一块表一天只留一个读数' }),
    'serial',
    'day',
  );
  // A meter whose own row is wrong is mended there: its readings say nothing of it.
  const named = new Set(
    [...meterRows.map(({ value }) => value), ...unread.meters.rows].map(({ serial }) => serial),
  );
  const isMended = (serial: string) => unread.meters.isWhole || (named.has(serial) && !bySerial.has(serial));
  const taken = firsts.flatMap((row) => {
    const { serial, oldSerial = serial } = row.value;
    const meter = isMended(oldSerial) ? undefined : meterOf(row, bySerial, context);
    const reading = meter && readingOf(row, meter, context);
    if (!meter || !reading) return [];
    meter.chain.push({ reading, row });
    return [{ row, meter, reading }];
  });
  for (const meter of new Set(taken.map((one) => one.meter))) checkChain(meter, context);
  return taken.map(({ row, meter, reading }) => stepOf(row, meter, reading));
}

/** By every number a meter has borne: the one painted on it now, and those it gets in the file. */
function metersBySerial(
  meters: readonly PlacedMeter[],
  { known, items }: ChargeContext,
): Map<string, ReadMeter[]> {
  const bySerial = new Map<string, ReadMeter[]>();
  const add = (serial: string, meter: ReadMeter) =>
    bySerial.set(serial, [...(bySerial.get(serial) ?? []), meter]);
  const inFile = new Set(meters.map(({ step }) => step.meterId));
  for (const { step, item, start } of meters)
    add(step.serial, {
      meterId: step.meterId,
      itemName: item.name,
      decimals: item.meterDecimals,
      chain: [{ reading: start.reading }, ...stored(step.meterId, known.readings)],
    });
  const byItem = [...items.byName.values()];
  for (const { _id, serial, start } of known.meters) {
    const item = byItem.find(({ itemId }) => _id.startsWith(`${itemId}-`));
    if (!item || inFile.has(_id)) continue;
    const chain = [{ reading: start.reading }, ...stored(_id, known.readings)];
    add(serial, { meterId: _id, itemName: item.name, decimals: item.meterDecimals, chain });
  }
  return bySerial;
}

/** A meter that was replaced goes by its old and its new number, whichever of them is known. */
function linkReplaced(rows: readonly ReadRow<ReadingRow>[], bySerial: Map<string, ReadMeter[]>): void {
  const replaced = rows.filter(({ value }) => value.oldSerial !== undefined);
  const link = (known: string, other: string, item: string | undefined) => {
    const there = bySerial.get(other) ?? [];
    const more = (bySerial.get(known) ?? []).filter(
      (meter) => !there.includes(meter) && (item === undefined || meter.itemName === item),
    );
    if (more.length > 0) bySerial.set(other, [...there, ...more]);
  };
  // Forwards for later numbers, backwards for earlier ones, as often as a meter may have been replaced.
  for (const { value } of replaced) link(value.oldSerial ?? value.serial, value.serial, value.item);
  for (const { value } of replaced.reverse()) link(value.serial, value.oldSerial ?? value.serial, value.item);
}

function stored(meterId: string, readings: ChargeContext['known']['readings']) {
  return (readings.get(meterId) ?? []).map((reading) => ({ reading }));
}

function meterOf(
  row: ReadRow<ReadingRow>,
  bySerial: Map<string, ReadMeter[]>,
  { findings }: ChargeContext,
): ReadMeter | undefined {
  const { serial, oldSerial, item } = row.value;
  const candidates = (bySerial.get(oldSerial ?? serial) ?? []).filter(
    ({ itemName }) => item === undefined || itemName === item,
  );
  const [meter] = candidates;
  if (meter && candidates.length === 1) return meter;
  if (candidates.length > 1) {
    findings.add(row, { title: '有两块表是这个表号', fix: '加上“项目名称”列，写明是电费还是水费' }, 'serial');
  } else {
    const fix = '核对表号；新表先在“表计”表加；换过表要写旧表号和旧表止度';
    findings.add(row, { title: '没有这块表', fix }, 'serial');
  }
  return undefined;
}

function readingOf(
  row: ReadRow<ReadingRow>,
  { decimals }: ReadMeter,
  { today, findings }: ChargeContext,
): Reading | undefined {
  const { serial, day, reading, oldSerial, oldReading } = row.value;
  if (day > today) {
    findings.add(row, { title: '抄表日期还没有到', fix: '核对抄表日期' }, 'day');
    return undefined;
  }
  if ((oldSerial === undefined) !== (oldReading === undefined)) {
    findings.add(row, { title: '换表没有写全', fix: '旧表号和旧表止度都要填' }, 'oldSerial', 'oldReading');
    return undefined;
  }
  const value = exactUnits(row, 'reading', { cell: reading, decimals }, findings);
  if (value === undefined) return undefined;
  if (oldSerial === undefined || oldReading === undefined) return { day, serial, value };
  const lastValue = exactUnits(row, 'oldReading', { cell: oldReading, decimals }, findings);
  return lastValue === undefined
    ? undefined
    : { day, serial, value, replaced: { serial: oldSerial, lastValue } };
}

/** Readings only rise, and a number changes only where the meter was replaced. */
function checkChain({ chain, decimals }: ReadMeter, { findings }: ChargeContext): void {
  chain.sort(byDay);
  for (const [index, { reading, row }] of chain.entries()) {
    const before = chain[index - 1];
    if (!before || (!row && !before.row)) continue;
    const last = before.reading;
    // The same reading again, or another one for the day: the comparison with the records tells.
    if (last.day === reading.day) continue;
    const at = row ?? before.row;
    if (!at) continue;
    const end = reading.replaced?.lastValue ?? reading.value;
    if ((reading.replaced?.serial ?? reading.serial) !== last.serial) {
      const fix = `${last.day} 时的表号是 ${last.serial}；换过表要写旧表号和旧表止度`;
      findings.add(at, { title: '表号和上次不同', fix }, 'serial');
    } else if (end < last.value) {
      const shown = (last.value / 10 ** decimals).toString();
      const fix = `${last.day} 的读数是 ${shown}；核对读数，换过表要写旧表号和旧表止度`;
      findings.add(at, { title: '读数比上次小', fix }, reading.replaced ? 'oldReading' : 'reading');
    }
  }
}

/** Of one day, the reading that tells of a replacement first: it is the one that follows the day before. */
function byDay(
  { reading: a }: ReadMeter['chain'][number],
  { reading: b }: ReadMeter['chain'][number],
): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return Number(a.replaced === undefined) - Number(b.replaced === undefined);
}

function stepOf(
  { value, sheet, row }: ReadRow<ReadingRow>,
  { meterId, itemName }: ReadMeter,
  { day, serial, value: units, replaced }: Reading,
): ReadingStep {
  const fields = { serial, value: units, ...(replaced ? { replaced } : {}) };
  const label = `${itemName}表 ${value.serial} ${day}`;
  return { kind: 'reading', key: `${meterId}·${day}`, sheet, row, label, meterId, day, fields, initial: {} };
}
