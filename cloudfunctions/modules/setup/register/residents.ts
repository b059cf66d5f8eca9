import { placeKey, placeName } from '../../../../types/place';
import { type ResidentRow, relationWords } from '../sheets/homeSheets';
import type { ReadRow } from '../sheets/layout';
import { type Findings, rowName } from './findings';
import { type Homes, homeOf, type PlacedHome, placeOf } from './homes';
import { residentIdOf, tenureIdOf } from './ids';
import type { Known, Moment } from './known';
import type { TenureStep } from './step';

/** 住户: one row a person in a home. Somebody in several homes is one resident where name and phone are the same. */
export function readResidents(
  rows: readonly ReadRow<ResidentRow>[],
  homes: Homes,
  { known, today, findings }: { readonly known: Known; readonly findings: Findings } & Pick<Moment, 'today'>,
): readonly TenureStep[] {
  const firsts = findings.unique(
    rows,
    (row) => keyOf(row),
    (first) => ({ title: `和第 ${first.row} 行是同一个人`, fix: '同一套房的同一个人只留一行' }),
    'building',
    'unit',
    'room',
    'name',
    'relation',
  );
  const held = heldTenures(known);
  const steps = firsts.flatMap((row) => {
    const home = homeOf(row, homes, findings);
    const { from, to } = row.value;
    if (from && to && to < from) {
      findings.add(row, { title: '结束早于开始', fix: '请核对开始和结束日期' }, 'to');
      return [];
    }
    return home ? [stepOf(row, home, known.community._id, today, held)] : [];
  });
  refuseTwoPhones(firsts, steps, findings);
  return steps;
}

function keyOf(row: ResidentRow): string {
  return `${placeKey(placeOf(row))}/${row.name}/${row.relation}`;
}

function stepOf(
  { value, sheet, row }: ReadRow<ResidentRow>,
  { homeId, place }: PlacedHome,
  communityId: string,
  today: string,
  held: ReadonlyMap<string, { readonly id: string; readonly residentId: string }>,
): TenureStep {
  const { name, relation, phone, from, to } = value;
  // Who is known in the home already, from an earlier file or because they were let in, stays the same person, with whatever phone.
  const there = held.get(`${homeId}|${name}|${relation}`);
  const fields = {
    ...(phone === undefined ? {} : { phone }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return {
    kind: 'tenure',
    key: keyOf(value),
    sheet,
    row,
    label: `${placeName(place)} ${name}（${relationWords[relation][0]}）`,
    homeId,
    place,
    tenureId: there?.id ?? tenureIdOf(homeId, name, relation),
    residentId: there?.residentId ?? residentIdOf(communityId, name, phone ?? homeId),
    name,
    relation,
    fields,
    initial: { from: from ?? (to !== undefined && to < today ? to : today) },
  };
}

/** Tenures on record by home, name and relation; of two, the one that has not ended. */
function heldTenures({ households, residents }: Known) {
  const names = new Map(residents.map(({ _id, name }) => [_id, name]));
  const held = new Map<string, { readonly id: string; readonly residentId: string }>();
  for (const { _id, tenures } of households) {
    const sorted = [...tenures].sort((a, b) => Number(a.to === undefined) - Number(b.to === undefined));
    for (const { id, residentId, relation } of sorted)
      held.set(`${_id}|${names.get(residentId) ?? ''}|${relation}`, { id, residentId });
  }
  return held;
}

/** Rows of one resident must agree on the phone. */
function refuseTwoPhones(
  rows: readonly ReadRow<ResidentRow>[],
  steps: readonly TenureStep[],
  findings: Findings,
): void {
  const byPlace = new Map(rows.map((row) => [keyOf(row.value), row]));
  const firstOf = new Map<string, ReadRow<ResidentRow>>();
  for (const { key, residentId, fields } of steps) {
    const row = byPlace.get(key);
    if (!row || fields.phone === undefined) continue;
    const first = firstOf.get(residentId);
    if (!first) firstOf.set(residentId, row);
    else if (first.value.phone !== row.value.phone) {
      const fix = '同一个人的手机号要一样；不是同一个人就在姓名后加数字区分';
      findings.add(row, { title: `手机号和${rowName(first, row)}不一样`, fix }, 'phone');
    }
  }
}
