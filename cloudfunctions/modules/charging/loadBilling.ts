import { addDays, earlierDay } from '../../../types/day';
import { type Period, periodBefore, rangeOf } from '../../../types/period';
import { limits } from '../../kernel/limits';
import type { Home } from '../community';
import type { ChargeAssignment } from './assignment';
import type { Bill } from './bill';
import {
  assignmentsOfHomes,
  billsOfAssignmentsIn,
  chargeItemsOf,
  earlierBills,
  lastBillBefore,
  metersByIds,
  readingsBetween,
} from './chargingStore';
import type { HomeData, MeterData } from './draftHome';
import type { MeterReading } from './meterUse';

export async function itemsOf(communityId: string) {
  return new Map((await chargeItemsOf(communityId)).map((item) => [item._id, item]));
}

/** All that the bills of these homes for the period are made of, in a handful of reads however many homes (at most 100). */
export async function loadBilling(homes: readonly Home[], period: Period): Promise<readonly HomeData[]> {
  const assignments = await assignmentsOfHomes(homes.map(({ _id }) => _id));
  const ids = assignments.map(({ _id }) => _id);
  const [inMonth, last] = await Promise.all([
    inHundreds(ids, (some) => billsOfAssignmentsIn(some, period.first)),
    lastBills(ids, period),
  ]);
  const meters = await loadMeters(assignments, last, period);
  return homes.map((home) => ({
    home,
    assignments: assignments.filter(({ homeId }) => homeId === home._id),
    inMonth: inMonth.filter(({ homeId }) => homeId === home._id),
    last,
    meters,
  }));
}

/**
 * The last bill in force of each assignment before the period. Nearly always that of the month before: one read for a hundred. What
 * has none there is looked for further back, together while that is little, else one by one.
 */
async function lastBills(ids: readonly string[], period: Period): Promise<ReadonlyMap<string, Bill>> {
  const before = periodBefore(period).first;
  const last = latestOf(await inHundreds(ids, (some) => billsOfAssignmentsIn(some, before)));
  const missing = ids.filter((id) => !last.has(id));
  const older = await inHundreds(missing, async (some) => {
    const found = await earlierBills(some, before);
    if (found.length < limits.documentsPerQuery) return found;
    const each = await Promise.all(some.map((id) => lastBillBefore(id, before)));
    return each.flatMap((bill) => bill ?? []);
  });
  return new Map([...latestOf(older), ...last]);
}

function latestOf(bills: readonly Bill[]): Map<string, Bill> {
  const latest = new Map<string, Bill>();
  for (const bill of bills) {
    if (bill.state === 'void' || bill.state === 'reissued') continue;
    const other = latest.get(bill.assignmentId);
    if (!other || isLater(bill, other)) latest.set(bill.assignmentId, bill);
  }
  return latest;
}

function isLater(a: Bill, b: Bill): boolean {
  return a.period.first > b.period.first || (a.period.first === b.period.first && a.revision > b.revision);
}

async function loadMeters(
  assignments: readonly ChargeAssignment[],
  last: ReadonlyMap<string, Bill>,
  period: Period,
): Promise<ReadonlyMap<string, MeterData>> {
  const wanted = assignments.flatMap(({ subject }) => (subject?.kind === 'meter' ? [subject.id] : []));
  const ids = [...new Set(wanted)];
  const meters = await inHundreds(ids, metersByIds);
  const billedUntil = new Map(meters.map(({ _id, start }) => [_id, start.reading.day]));
  for (const { _id, subject } of assignments) {
    const day = last.get(_id)?.position?.reading.day;
    const before = subject && billedUntil.get(subject.id);
    if (subject && day && before && day > before) billedUntil.set(subject.id, day);
  }
  const until = addDays(rangeOf(period).to, 1);
  const readings = await inHundreds(ids, (some) => {
    const since = some.map((id) => billedUntil.get(id) ?? until).reduce(earlierDay);
    return readingsBetween(some, since, until);
  });
  const ofMeter = grouped(readings);
  return new Map(
    meters.map(({ _id, multiplier, start }) => [
      _id,
      { multiplier, start, readings: ofMeter.get(_id) ?? [] },
    ]),
  );
}

function grouped(readings: readonly MeterReading[]): ReadonlyMap<string, readonly MeterReading[]> {
  const groups = new Map<string, MeterReading[]>();
  for (const reading of readings) {
    const group = groups.get(reading.meterId);
    if (group) group.push(reading);
    else groups.set(reading.meterId, [reading]);
  }
  return groups;
}

async function inHundreds<T>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const parts: Promise<readonly T[]>[] = [];
  for (let from = 0; from < ids.length; from += limits.documentsPerQuery)
    parts.push(read(ids.slice(from, from + limits.documentsPerQuery)));
  return (await Promise.all(parts)).flat();
}
