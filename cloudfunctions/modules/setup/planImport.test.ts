import fc from 'fast-check';
import type { Stored } from '../../kernel/collection';
import type { Bill, ChargeAssignment, ChargeItem, MeterRecord } from '../charging';
import type { Home } from '../community';
import type { Household, Resident, StaffMember } from '../people';
import { bringIn } from './bringIn';
import { baseKey, type ImportPlan, planImport } from './planImport';
import { Desk } from './records/desk';
import type { Known } from './register/known';
import { readRegister } from './register/register';
import { itemSheet, meterSheet, moment, nothingKnown, sheet, tariffSheet } from './register/testing/samples';
import { readWorkbook } from './sheets/workbook';
import type { Sheet } from './spreadsheet';

type Records = ReadonlyMap<string, Stored>;
const nothing: Records = new Map();

function planned(sheets: readonly Sheet[], records: Records, before?: ImportPlan): ImportPlan {
  const known = knownFrom(records);
  const workbook = readWorkbook(sheets);
  const register = readRegister(workbook, known, moment);
  expect(register.problems).toEqual([]);
  const base = new Map(
    (before?.base ?? []).map(([kind, key, fields]) => [baseKey(kind, key), fields] as const),
  );
  const billed = [...records.values()].filter((one): one is Bill => 'assignmentId' in one && 'period' in one);
  return planImport({ register, workbook, known, desk: new Desk(records), base, billed });
}

function done(plan: ImportPlan, records: Records, decisions: Readonly<Record<string, 'file' | 'app'>> = {}) {
  const desk = new Desk(records);
  const doing = { ...moment, communityId: 'yunqi', isPreparing: records.size === 0, decisions };
  const leftOut = plan.planned.reduce((sum, one) => sum + bringIn(one, desk, doing), 0);
  const after = new Map(records);
  for (const { collection, wanted } of desk.moved())
    for (const document of wanted) after.set(`${collection.name}/${document._id}`, document);
  return { records: after as Records, leftOut };
}

/** What lies in the collections, as a check would load it. */
function knownFrom(records: Records): Known {
  const of = <T>(name: string) =>
    [...records].filter(([key]) => key.startsWith(`${name}/`)).map(([, document]) => document as T);
  return {
    ...nothingKnown(records.size === 0 ? 'preparing' : 'live'),
    homes: of<Home>('homes'),
    households: of<Household>('households'),
    residents: of<Resident>('residents'),
    staff: of<StaffMember>('staffMembers'),
    items: of<ChargeItem>('chargeItems'),
    assignments: of<ChargeAssignment>('chargeAssignments'),
    meters: of<MeterRecord>('meters'),
  };
}

const homes = (...areas: readonly number[]) =>
  sheet(
    '楼栋房屋',
    ['楼栋', '单元', '房号', '建筑面积'],
    ...areas.map((area, index) => ['3栋', '2单元', String(1201 + index), (area / 100).toFixed(2)]),
  );
const residents = (...phones: readonly string[]) =>
  sheet(
    '住户',
    ['楼栋', '单元', '房号', '姓名', '手机号', '关系'],
    ...phones.map((phone, index) => [
      '3栋',
      '2单元',
      String(1201 + index),
      `王${'甲乙丙丁戊'[index]}`,
      phone,
      '业主',
    ]),
  );
const fees = (count: number) =>
  sheet(
    '收费绑定',
    ['楼栋', '单元', '房号', '项目名称', '开始日期'],
    ...Array.from({ length: count }, (_, index) => [
      '3栋',
      '2单元',
      String(1201 + index),
      '物业费',
      '2024-01-01',
    ]),
  );
const arrears = (...amounts: readonly number[]) =>
  sheet(
    '期初欠费',
    ['楼栋', '单元', '房号', '项目名称', '账期', '欠费金额'],
    ...amounts.map((amount, index) => [
      '3栋',
      '2单元',
      String(1201 + index),
      '物业费',
      '2026-09',
      `${amount}`,
    ]),
  );
const prepaid = (...amounts: readonly number[]) =>
  sheet(
    '预存',
    ['楼栋', '单元', '房号', '预存金额'],
    ...amounts.map((amount, index) => ['3栋', '2单元', String(1201 + index), `${amount}`]),
  );

const anyAreas = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 5 });
const file = (areas: readonly number[], owed: readonly number[]) => [
  homes(...areas),
  residents(...areas.map((_, index) => `1390000000${index}`)),
  itemSheet,
  tariffSheet,
  meterSheet,
  fees(areas.length),
  arrears(...owed.slice(0, areas.length)),
  prepaid(...owed.slice(0, areas.length)),
];
const anyFile = fc.tuple(
  anyAreas,
  fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 5, maxLength: 5 }),
);
const seeded = { seed: 20261126, numRuns: 60 };

describe('whatever a sound file says', () => {
  test('brought in twice it is the same, and a second check finds nothing to do', () => {
    fc.assert(
      fc.property(anyFile, ([areas, owed]) => {
        const sheets = file(areas, owed);
        const plan = planned(sheets, nothing);
        const once = done(plan, nothing);
        expect(done(plan, once.records).records).toEqual(once.records);
        const again = planned(sheets, once.records, plan);
        expect(again.planned).toEqual([]);
        expect(again.counts.every((one) => one.new + one.changed + one.conflicts + one.missing === 0)).toBe(
          true,
        );
      }),
      seeded,
    );
  });

  test('its opening journals balance, and sum to what it says', () => {
    fc.assert(
      fc.property(anyFile, ([areas, owed]) => {
        const plan = planned(file(areas, owed), nothing);
        const { records } = done(plan, nothing);
        const lines = [...records]
          .filter(([key]) => key.startsWith('journals/'))
          .flatMap(
            ([, journal]) => (journal as unknown as { lines: { account: string; amount: number }[] }).lines,
          );
        const sum = (account: string) =>
          lines.filter((line) => line.account === account).reduce((all, { amount }) => all + amount, 0);
        expect(sum('receivable')).toBe(plan.openingArrears);
        expect(sum('prepaid') + plan.openingPrepaid).toBe(0);
        expect(lines.reduce((all, { amount }) => all + amount, 0)).toBe(0);
      }),
      seeded,
    );
  });

  test('a later file changes what it says, never what it does not name', () => {
    fc.assert(
      fc.property(anyFile, anyAreas, ([areas, owed], later) => {
        const first = planned(file(areas, owed), nothing);
        const { records } = done(first, nothing);
        const next = planned([homes(...later)], records, first);
        const after = done(next, records).records;
        for (const [key, before] of records)
          if (!key.startsWith('homes/')) expect(after.get(key)).toEqual(before);
        const areaOf = (room: number) =>
          (after.get(`homes/yunqi-3-2-${room}`) as unknown as { area: number } | undefined)?.area;
        Array.from({ length: 5 }, (_, index) =>
          expect(areaOf(1201 + index)).toBe(later[index] ?? areas[index]),
        );
        expect(next.rows.missing).toHaveLength(Math.max(0, areas.length - later.length));
      }),
      seeded,
    );
  });
});

describe('what the app changed since', () => {
  const first = planned(file([8960, 9000], [5, 5, 5, 5, 5]), nothing);
  const { records } = done(first, nothing);
  const home = records.get('homes/yunqi-3-2-1201') as Stored & { area: number };
  const touched = new Map(records).set('homes/yunqi-3-2-1201', { ...home, area: 7000, version: 2 } as Stored);

  test('is a conflict where the file says otherwise, and none where it agrees', () => {
    const other = planned([homes(8960, 9000)], touched, first);
    expect(other.counts).toMatchObject([{ kind: 'home', conflicts: 1, same: 1 }]);
    expect(other.rows.conflicts).toMatchObject([
      { conflictId: 'home-0', changes: [{ now: '70.00 ㎡', next: '89.60 ㎡' }] },
    ]);
    expect(planned([homes(7000, 9000)], touched, first).planned).toEqual([]);
    const areaAfter = (take: 'file' | 'app') =>
      done(other, touched, { 'home-0': take }).records.get('homes/yunqi-3-2-1201');
    expect([areaAfter('file'), areaAfter('app')]).toMatchObject([{ area: 8960 }, { area: 7000 }]);
    // Whoever kept the app's word is asked again by the next file, not overruled.
    expect(planned([homes(8960, 9000)], touched, other).counts).toMatchObject([{ conflicts: 1 }, ...[]]);
  });

  test('after the check stays, and is counted', () => {
    const plan = planned([homes(9500, 9000)], records, first);
    expect(done(plan, touched)).toMatchObject({ leftOut: 1 });
    expect(done(plan, touched).records.get('homes/yunqi-3-2-1201')).toMatchObject({ area: 7000 });
  });

  test('a debt that is booked is not booked otherwise', () => {
    const { problems } = planned([arrears(6)], records, first);
    expect(problems).toMatchObject([{ row: 2, title: '这笔期初欠费已经入账' }]);
  });

  test('nor for other months that reach into those of a bill there is', () => {
    const debt = (first: string, months: string) =>
      sheet(
        '期初欠费',
        ['楼栋', '单元', '房号', '项目名称', '账期', '欠费金额', '月数'],
        ['3栋', '2单元', '1201', '物业费', first, '9', months],
      );
    const problemsOf = (first: string, months: string) => planned([debt(first, months)], records).problems;
    expect(problemsOf('2026-08', '2')).toMatchObject([{ row: 2, title: '这些月份已经有账单' }]);
    expect(problemsOf('2026-08', '1')).toEqual([]);
    expect(problemsOf('2026-10', '1')).toEqual([]);
  });
});
