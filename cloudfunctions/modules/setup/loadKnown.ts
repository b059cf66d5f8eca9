import { addDays, type Day } from '../../../types/day';
import { limits } from '../../kernel/limits';
import { is } from '../../platform/database';
import { assignments, chargeItems, type MeterRecord, meters, type Reading, readings } from '../charging';
import { type Community, type Home, homesAfter } from '../community';
import { vouchers } from '../payments';
import { households, residents, staffMembers } from '../people';
import { allWith, byId, manyById } from './importStore';
import { placeOf } from './register/homes';
import { homeIdOf, voucherIdOf } from './register/ids';
import type { Known } from './register/known';
import type { Workbook } from './sheets/workbook';

/** Readings this long before the file's first one are held against it. */
const readingsBefore = 62;

/** Everything on record that the file can speak of, a hundred documents a read. */
export async function loadKnown(community: Community, { rows }: Workbook): Promise<Known> {
  const communityId = community._id;
  const homes = await allHomes(communityId);
  const homeIds = homes.map(({ _id }) => _id);
  const [staff, items, there, assigned, known] = await Promise.all([
    byId(staffMembers, { communityId }),
    byId(chargeItems, { communityId }),
    manyById(households, homeIds),
    allWith(assignments, 'homeId', homeIds),
    allWith(meters, 'homeId', homeIds),
  ]);
  const people = there.flatMap(({ tenures }) => tenures.map(({ residentId }) => residentId));
  const first = rows.readings.map(({ value }) => value.day).sort()[0];
  return {
    community,
    homes,
    households: there,
    residents: await manyById(residents, [...new Set(people)]),
    staff,
    items,
    assignments: assigned,
    meters: known,
    vouchers: await bookedVouchers(communityId, rows.vouchers),
    readings: first === undefined ? new Map() : await readingsFrom(first, known, rows.readings),
  };
}

async function bookedVouchers(
  communityId: string,
  rows: Workbook['rows']['vouchers'],
): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ value }) =>
    voucherIdOf(homeIdOf(communityId, placeOf(value)), value.number ?? value.expiresOn),
  );
  return new Set((await manyById(vouchers, [...new Set(ids)])).map(({ _id }) => _id));
}

async function allHomes(communityId: string): Promise<readonly Home[]> {
  const homes: Home[] = [];
  for (;;) {
    const some = await homesAfter(communityId, homes.at(-1)?._id, limits.documentsPerQuery);
    homes.push(...some);
    if (some.length < limits.documentsPerQuery) return homes;
  }
}

/** Of the meters the file reads. */
async function readingsFrom(
  first: Day,
  known: readonly MeterRecord[],
  rows: Workbook['rows']['readings'],
): Promise<ReadonlyMap<string, readonly Reading[]>> {
  const serials = new Set(rows.flatMap(({ value }) => [value.serial, value.oldSerial ?? value.serial]));
  const ids = known.filter(({ serial }) => serials.has(serial)).map(({ _id }) => _id);
  const day = is.atLeast(addDays(first, -readingsBefore));
  const byMeter = new Map<string, Reading[]>();
  for (const { meterId, day: on, serial, value, replaced } of await allWith(readings, 'meterId', ids, {
    day,
  })) {
    const reading = { day: on, serial, value, ...(replaced ? { replaced } : {}) };
    byMeter.set(meterId, [...(byMeter.get(meterId) ?? []), reading]);
  }
  return byMeter;
}
