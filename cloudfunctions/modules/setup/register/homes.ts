import type { Day } from '../../../../types/day';
import { type Place, placeKey, placeName } from '../../../../types/place';
import type { Relation } from '../../../../types/role';
import type { Home } from '../../community';
import type { AtHome, HomeRow } from '../sheets/homeSheets';
import type { ReadRow, Unread } from '../sheets/layout';
import type { Findings } from './findings';
import { homeIdOf } from './ids';
import type { Known } from './known';
import type { HomeStep, TenureStep } from './step';

/** A home that the other sheets may name. */
export interface PlacedHome {
  readonly homeId: string;
  readonly place: Place;
}

/** The homes of the community and the file, by the key of their place. */
export interface Homes {
  readonly steps: readonly HomeStep[];
  readonly byKey: ReadonlyMap<string, PlacedHome>;
  /** The file's sheet of homes could not be read: what it has nobody knows. */
  readonly isUnread: boolean;
}

export function placeOf({ building, unit, room }: AtHome): Place {
  return { building, unit, room };
}

/** 楼栋房屋: one row a home. A home whose row is wrong may be named all the same: what is to be mended is that row alone. */
export function readHomes(
  rows: readonly ReadRow<HomeRow>[],
  unread: Unread<HomeRow>,
  known: Known,
  findings: Findings,
): Homes {
  const byKey = new Map<string, PlacedHome>(known.homes.map((home) => [home.placeKey, placed(home)]));
  const firsts = findings.unique(
    rows,
    (row) => placeKey(placeOf(row)),
    (first) => ({ title: `和第 ${first.row} 行是同一套房`, fix: '一套房只留一行，家人写在“住户”表' }),
    'building',
    'unit',
    'room',
  );
  const steps = firsts.map(({ value, sheet, row }): HomeStep => {
    const place = placeOf(value);
    const key = placeKey(place);
    const homeId = byKey.get(key)?.homeId ?? homeIdOf(known.community._id, place);
    byKey.set(key, { homeId, place: byKey.get(key)?.place ?? place });
    const fields = { area: value.area.units };
    return { kind: 'home', key, sheet, row, label: placeName(place), homeId, place, fields, initial: {} };
  });
  for (const { building, unit, room } of unread.rows) {
    if (building === undefined || unit === undefined || room === undefined) continue;
    const place = { building, unit, room };
    const key = placeKey(place);
    if (!byKey.has(key)) byKey.set(key, { homeId: homeIdOf(known.community._id, place), place });
  }
  return { steps, byKey, isUnread: unread.isWhole };
}

function placed({ _id, place }: Home): PlacedHome {
  return { homeId: _id, place };
}

/** The home a row names; otherwise says so: which buildings there are, or that the building has no such home. */
export function homeOf<Row extends AtHome>(
  row: ReadRow<Row>,
  homes: Homes,
  findings: Findings,
): PlacedHome | undefined {
  const key = placeKey(placeOf(row.value));
  const found = homes.byKey.get(key);
  if (found || homes.isUnread) return found;
  const [building] = key.split('-');
  const isBuilding = [...homes.byKey.keys()].some((each) => each.startsWith(`${building}-`));
  if (isBuilding) {
    const complaint = { title: '没有这套房', fix: '核对单元和房号；新的房屋先在“楼栋房屋”表加' };
    findings.add(row, complaint, 'building', 'unit', 'room');
  } else {
    const fix = `${buildingsOf(homes)}新楼栋的房屋先在“楼栋房屋”表加`;
    findings.add(row, { title: '没有这个楼栋', fix }, 'building');
  }
  return undefined;
}

function buildingsOf({ byKey }: Homes): string {
  const buildings = [...new Set([...byKey.values()].map(({ place }) => place.building))];
  if (buildings.length === 0) return '';
  const shown = buildings.slice(0, 12).join('、');
  return `本小区有 ${shown}${buildings.length > 12 ? ' 等' : ''}。`;
}

/** Somebody who can owe for a home: a resident with a tenure in it. */
export interface Party {
  readonly residentId: string;
  readonly name: string;
  readonly relation: Relation;
}

/** Who lives with which home, of the records and the file together; records first. */
export function partiesByHome(
  known: Known,
  tenures: readonly TenureStep[],
  today: Day,
): ReadonlyMap<string, readonly Party[]> {
  const names = new Map(known.residents.map(({ _id, name }) => [_id, name]));
  const parties = new Map<string, Party[]>();
  const add = (homeId: string, party: Party) => {
    const there = parties.get(homeId) ?? [];
    const isThere = there.some(
      ({ residentId, relation }) => residentId === party.residentId && relation === party.relation,
    );
    if (!isThere) parties.set(homeId, [...there, party]);
  };
  for (const { _id, tenures: held } of known.households)
    for (const { residentId, relation, to } of held)
      if (to === undefined || to >= today)
        add(_id, { residentId, relation, name: names.get(residentId) ?? '' });
  for (const { homeId, residentId, name, relation, fields } of tenures)
    if (fields.to === undefined || String(fields.to) >= today) add(homeId, { residentId, name, relation });
  return parties;
}
