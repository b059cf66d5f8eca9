import type { WrittenSheet } from '../../../cloudfunctions/modules/setup/spreadsheet';
import type { ImportView } from '../../../types/contract/setup';
import { apply, check, everything, recordsOf, see, seedPreparing, work } from './importing';
import { proveBooks } from './money';
import { codeOf, granted, openidOf, startWorld, type World } from './world';

jest.setTimeout(240_000);

const home = (room: string, area = '89.60') => ['3栋', '2单元', room, { number: area }];
const homes = (...rows: readonly (readonly (string | { readonly number: string })[])[]): WrittenSheet => ({
  name: '楼栋房屋',
  rows: [['楼栋', '单元', '房号', '建筑面积'], ...rows],
});
const residents = (...rows: readonly (readonly string[])[]): WrittenSheet => ({
  name: '住户',
  rows: [['楼栋', '单元', '房号', '姓名', '手机号', '关系', '结束日期'], ...rows],
});
const owner = ['3栋', '2单元', '1201', '王秀英', '13857120001', '业主', ''];
const son = ['3栋', '2单元', '1201', '陈建军', '13857120009', '家属', ''];

const charges: readonly WrittenSheet[] = [
  {
    name: '收费项目',
    rows: [
      ['项目名称', '类别', '计费方式', '收款方', '商户号'],
      ['物业费', '物业费', '按面积', '云栖物业', '1600000001'],
      ['电费', '电费', '按表计', '云栖物业', '1600000001'],
    ],
  },
  {
    name: '费率',
    rows: [
      ['项目名称', '生效日期', '收费依据', '单价', '第一档上限', '第二档单价'],
      ['物业费', '2024-01-01', '合同第八条', '3.20', '', ''],
      ['电费', '2012-07-01', '浙价资182号', '0.538', '2760', '0.588'],
    ],
  },
  {
    name: '收费绑定',
    rows: [
      ['楼栋', '单元', '房号', '项目名称', '开始日期'],
      ['3栋', '2单元', '1201', '物业费', '2024-01-01'],
    ],
  },
  {
    name: '表计',
    rows: [
      ['楼栋', '单元', '房号', '项目名称', '表号', '上次抄表日期', '上次读数', '本周期已用量'],
      ['3栋', '2单元', '1201', '电费', 'D1', '2026-10-01', '1000', '900'],
    ],
  },
];
const opening: readonly WrittenSheet[] = [
  {
    name: '期初欠费',
    rows: [
      ['楼栋', '单元', '房号', '项目名称', '账期', '欠费金额'],
      ['3栋', '2单元', '1201', '物业费', '2026-08', '286.72'],
      ['3栋', '2单元', '1201', '物业费', '2026-09', '286.72'],
    ],
  },
  {
    name: '预存',
    rows: [
      ['楼栋', '单元', '房号', '预存金额'],
      ['3栋', '2单元', '1201', '500'],
    ],
  },
];
const whole = [homes(home('1201'), home('1202')), residents(owner, son), ...charges, ...opening];

describe('going live from a spreadsheet', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
    await seedPreparing(world);
  });

  afterEach(() => world.stop());

  const bind = async (person = 'owner') =>
    world.ask(person, 'people.bindHome', {
      communityId: 'yunqi',
      phoneCode: world.phoneCode(person, '13857120001'),
      secondFact: { kind: 'surname', surname: '王' },
    });
  const counts = ({ counts: of }: ImportView, kind: string) => of.find((one) => one.kind === kind);
  const live = async () => apply(world, await check(world, whole));

  test('checking writes nothing of it; the end makes it visible at once, with its debts and prepayment in balance', async () => {
    const before = await recordsOf(world);
    const checked = await check(world, whole);
    expect(checked).toMatchObject({ state: 'checked', isFirst: true, rows: 13 });
    expect(checked.opening).toEqual({ arrears: 57344, prepaid: 50000 });
    expect(counts(checked, 'tenure')).toMatchObject({ new: 2, changed: 0, same: 0 });
    expect(await recordsOf(world)).toEqual(before);
    expect(granted(await world.ask('owner', 'community.list', {}))).toEqual([]);
    expect(codeOf(await bind())).toBe('COMMUNITY_NOT_SET_UP');

    expect(await apply(world, checked)).toMatchObject({ state: 'applied', leftOut: 0, isFirst: true });
    expect(granted(await world.ask('owner', 'community.list', {}))).toHaveLength(1);
    expect(await world.read('communities', 'yunqi')).toMatchObject({
      state: 'live',
      payee: { merchantId: '1600000001', name: '云栖物业' },
    });
    const [bound] = granted(await bind()).homes;
    const { home: seen } = granted(
      await world.ask('owner', 'payments.seeHome', { homeId: bound?.homeId ?? '' }),
    );
    // 500.00 prepaid pays the first of 573.44.
    expect(seen?.due?.amount).toBe(7344);
    const lines = (await everything(world, 'journals')).flatMap(
      (journal) => journal.lines as readonly { account: string; amount: number }[],
    );
    const sum = (account: string) =>
      lines.filter((line) => line.account === account).reduce((all, { amount }) => all + amount, 0);
    expect([sum('receivable'), sum('prepaid'), sum('opening')]).toEqual([57344, -50000, -7344]);
  });

  test('the old books’ totals must agree before anything is written', async () => {
    const { importId } = await check(world, whole);
    for (const wrong of [undefined, { arrears: 57343, prepaid: 50000 }, { arrears: 57344, prepaid: 0 }]) {
      const refused = await world.ask('finance', 'setup.applyImport', {
        importId,
        ...(wrong ? { opening: wrong } : {}),
      });
      expect(refused).toMatchObject({
        refusal: { code: 'OPENING_TOTALS_DIFFER', details: { arrears: 57344, prepaid: 50000 } },
      });
    }
    expect(await everything(world, 'homes')).toEqual([]);
  });

  test('one wrong row keeps all out, and is shown by sheet, row, column, reason and how to mend it', async () => {
    const wrong = [homes(home('1201'), ['3栋', '2单元', '1202', '89.6平'], home('1201')), residents(owner)];
    const checked = await check(world, wrong);
    expect(checked).toMatchObject({ state: 'rejected', problems: 2, problemRows: 2 });
    const { problems } = granted(
      await world.ask('finance', 'setup.importRows', { importId: checked.importId, which: 'problems' }),
    );
    expect(problems).toEqual([
      {
        sheet: '楼栋房屋',
        row: 3,
        columns: 'D',
        title: '建筑面积不是数字',
        fix: '只填数字，单位是 ㎡：89.6',
        cells: [
          { text: '3栋', isWrong: false },
          { text: '2单元', isWrong: false },
          { text: '1202', isWrong: false },
          { text: '89.6平', isWrong: true },
        ],
      },
      expect.objectContaining({ row: 4, columns: 'A–C', title: '和第 2 行是同一套房' }),
    ]);
    expect(checked.problemList).toMatch(/^http/);
    const { importId } = checked;
    expect(codeOf(await world.ask('finance', 'setup.applyImport', { importId }))).toBe('IMPORT_HAS_PROBLEMS');
  });

  test('the same file a second time changes nothing', async () => {
    await live();
    const once = await recordsOf(world);
    const again = await check(world, whole);
    expect(again.counts.every((one) => one.new + one.changed + one.conflicts + one.missing === 0)).toBe(true);
    await apply(world, again);
    expect(await recordsOf(world)).toEqual(once);
  });

  test('a later file: what is missing stays, what is new comes, what differs changes, holders stay', async () => {
    await live();
    granted(await bind());
    const later = [
      homes(home('1201', '90.10'), home('1203')),
      residents([...owner.slice(0, 4), '13857120002', '业主', '']),
    ];
    const checked = await check(world, later);
    expect(counts(checked, 'home')).toMatchObject({ new: 1, changed: 1, same: 0, missing: 1 });
    expect(counts(checked, 'tenure')).toMatchObject({ changed: 1, missing: 1 });
    const changed = granted(
      await world.ask('finance', 'setup.importRows', { importId: checked.importId, which: 'changed' }),
    );
    expect(changed.rows.map(({ label, changes }) => [label, changes])).toEqual([
      ['3栋2单元1201', [{ field: '建筑面积', now: '89.60 ㎡', next: '90.10 ㎡' }]],
      ['3栋2单元1201 王秀英（业主）', [{ field: '手机号', now: '13857120001', next: '13857120002' }]],
    ]);
    await apply(world, checked);
    expect((await everything(world, 'homes')).map(({ _id, area }) => [_id, area])).toEqual([
      ['yunqi-3-2-1201', 9010],
      ['yunqi-3-2-1202', 8960],
      ['yunqi-3-2-1203', 8960],
    ]);
    const household = await world.read('households', 'yunqi-3-2-1201');
    expect(household?.tenures).toMatchObject([
      { relation: 'owner', holder: { openid: openidOf('owner') } },
      { relation: 'family' },
    ]);
    const audits = await everything(world, 'audits');
    expect(audits.filter(({ action }) => action === 'job.applyImport').length).toBeGreaterThan(2);
  });

  test('what was changed in the app since is a conflict, decided by a person', async () => {
    await live();
    const [resident] = (await everything(world, 'residents')).filter(({ name }) => name === '王秀英');
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('residents');
    await rows.doc(String(resident?._id)).update({ data: { phone: '13999999999', version: 2 } });

    const first = await check(world, [residents(owner, son)]);
    expect(first).toMatchObject({ state: 'checked', undecided: 1 });
    const { importId } = first;
    expect(codeOf(await world.ask('finance', 'setup.applyImport', { importId }))).toBe('IMPORT_UNDECIDED');
    const decide = (id: string, take: 'app' | 'file') =>
      world.ask('finance', 'setup.decideConflicts', { importId: id, take });
    expect(granted(await decide(importId, 'app'))).toMatchObject({ undecided: 0 });
    await apply(world, await see(world, importId));
    expect(await world.read('residents', String(resident?._id))).toMatchObject({ phone: '13999999999' });

    const second = await check(world, [residents(owner, son)]);
    const page = granted(
      await world.ask('finance', 'setup.importRows', { importId: second.importId, which: 'conflicts' }),
    );
    expect(page.rows).toMatchObject([{ changes: [{ now: '13999999999', next: '13857120001' }] }]);
    const unknown = { importId: second.importId, take: 'file' as const, conflictIds: ['tenure-99'] };
    expect(codeOf(await world.ask('finance', 'setup.decideConflicts', unknown))).toBe('NO_SUCH_CONFLICT');
    granted(await decide(second.importId, 'file'));
    await apply(world, await see(world, second.importId));
    expect(await world.read('residents', String(resident?._id))).toMatchObject({ phone: '13857120001' });
  });

  test('changed between check and import: the app’s word stays, and is counted', async () => {
    await live();
    const checked = await check(world, [homes(home('1201', '95'), home('1202'))]);
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('homes');
    await rows.doc('yunqi-3-2-1201').update({ data: { area: 9999, version: 2 } });
    expect(await apply(world, checked)).toMatchObject({ state: 'applied', leftOut: 1 });
    expect(await world.read('homes', 'yunqi-3-2-1201')).toMatchObject({ area: 9999 });
  });

  test('a check grows old when another import comes between, and two do not run at once', async () => {
    const first = await check(world, whole);
    const second = await check(world, whole);
    granted(
      await world.ask('finance', 'setup.applyImport', { importId: first.importId, opening: first.opening }),
    );
    const other = { importId: second.importId, opening: second.opening };
    expect(codeOf(await world.ask('finance', 'setup.applyImport', other))).toBe('IMPORT_RUNNING');
    await work(world);
    expect(codeOf(await world.ask('finance', 'setup.applyImport', other))).toBe('IMPORT_OUTDATED');
    const again = { importId: first.importId };
    expect(codeOf(await world.ask('finance', 'setup.applyImport', again))).toBe('IMPORT_ALREADY_APPLIED');
  });

  test('a month later only the readings come, and arrears that are booked cannot be booked otherwise', async () => {
    await live();
    const reading = (day: string, value: string) => ({
      name: '抄表',
      rows: [
        ['表号', '抄表日期', '读数'],
        ['D1', day, value],
      ],
    });
    await apply(world, await check(world, [reading('2026-11-01', '1213')]));
    expect(await everything(world, 'readings')).toMatchObject([{ day: '2026-11-01', value: 1213 }]);
    expect(await check(world, [reading('2026-11-05', '1212')])).toMatchObject({ state: 'rejected' });
    expect(await check(world, [reading('2026-12-01', '1500')])).toMatchObject({ state: 'rejected' });

    const [arrears] = opening;
    const rows = (arrears?.rows ?? []).map((row, index) => (index === 1 ? [...row.slice(0, 5), '300'] : row));
    const other = await check(world, [{ name: '期初欠费', rows }]);
    const { problems } = granted(
      await world.ask('finance', 'setup.importRows', { importId: other.importId, which: 'problems' }),
    );
    expect(problems).toMatchObject([{ row: 2, title: '这笔期初欠费已经入账' }]);
  });

  test('vouchers of the old books pay the next property fee, are booked once, and expire', async () => {
    const vouchers = (amount: string, room = '1201'): WrittenSheet => ({
      name: '抵扣券',
      rows: [
        ['楼栋', '单元', '房号', '截止日期', '抵扣券金额', '说明'],
        ['3栋', '2单元', room, '2026-11-30', amount, '10月节能券'],
      ],
    });
    const first = await check(world, [...whole, vouchers('700')]);
    expect(first.opening).toEqual({ arrears: 57_344, prepaid: 50_000, vouchers: 70_000 });
    expect(counts(first, 'voucher')).toMatchObject({ new: 1 });
    const { importId } = first;
    const short = { importId, opening: { arrears: 57_344, prepaid: 50_000 } };
    expect(codeOf(await world.ask('finance', 'setup.applyImport', short))).toBe('OPENING_TOTALS_DIFFER');
    await apply(world, first);
    const [bound] = granted(await bind()).homes;
    const due = async () =>
      granted(await world.ask('owner', 'payments.seeHome', { homeId: bound?.homeId ?? '' })).home?.due;
    expect(await due()).toMatchObject({ amount: 0, vouchers: 57_344, prepaid: 0 });

    const again = await check(world, [vouchers('700')]);
    expect(counts(again, 'voucher')).toMatchObject({ same: 1, new: 0 });
    const other = await check(world, [vouchers('800')]);
    const { problems } = granted(
      await world.ask('finance', 'setup.importRows', { importId: other.importId, which: 'problems' }),
    );
    expect(problems).toMatchObject([{ row: 2, title: '这笔抵扣券已经入账' }]);

    // In the live community it is a commit of its own.
    await apply(world, await check(world, [vouchers('10', '1202')]));
    const next = 'yunqi-3-2-1202';
    expect(await world.read('homeAccounts', next)).toMatchObject({ vouchers: [{ rest: 1_000 }] });

    await proveBooks(world);
    world.advance(21 * 24 * 60 * 60_000);
    await world.tick();
    expect(await due()).toMatchObject({ amount: 7_344, vouchers: 0 });
    expect(await world.read('homeAccounts', next)).toMatchObject({ vouchers: [] });
    await proveBooks(world);
    // Booked and gone since: the same file still stands.
    expect(await check(world, [vouchers('700')])).toMatchObject({ state: 'checked' });
  });

  test('an import that is stuck is applied again, and goes on', async () => {
    const { importId, opening: totals } = await check(world, whole);
    const ask = () => world.ask('finance', 'setup.applyImport', { importId, opening: totals });
    granted(await ask());
    const job = `applyImport·${importId}`;
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('jobs');
    await rows.doc(job).update({ data: { state: 'stuck' } });
    expect(await see(world, importId)).toMatchObject({ state: 'applying', isStuck: true });
    granted(await ask());
    await work(world);
    const applied = await see(world, importId);
    expect([applied.state, applied.isStuck]).toEqual(['applied', undefined]);
  });

  test('somebody waits before it: the work is begun at once, the check as well as bringing in', async () => {
    const called = jest.spyOn(world.product.sdk(), 'callFunction');
    await apply(world, await check(world, whole));
    expect(called.mock.calls.map(([{ name }]) => name)).toEqual(['job', 'job']);
  });
});
