import type { WrittenSheet } from '../../../cloudfunctions/modules/setup/spreadsheet';
import type { ImportView } from '../../../types/contract/setup';
import { apply, check, everything, recordsOf, see, seedPreparing, work } from './importing';
import { killedAfter } from './killed';
import { codeOf, granted, startWorld, type World } from './world';

jest.setTimeout(600_000);

const day = 24 * 60 * 60_000;
const rooms = Array.from({ length: 180 }, (_, index) => String(101 + index));
const at = (room: string) => ['1栋', '1单元', room];
const sheet = (name: string, ...rows: WrittenSheet['rows']): WrittenSheet => ({ name, rows });

/** Three files of a plan, with money in the middle ones. */
const whole = (fee = '100.00'): readonly WrittenSheet[] => [
  sheet(
    '楼栋房屋',
    ['楼栋', '单元', '房号', '建筑面积'],
    ...rooms.map((room) => [...at(room), { number: '89.6' }]),
  ),
  sheet(
    '住户',
    ['楼栋', '单元', '房号', '姓名', '手机号', '关系'],
    ...rooms.map((room) => [...at(room), '张三', `1390000${room.padStart(4, '0')}`, '业主']),
  ),
  sheet('员工', ['姓名', '手机号', '岗位'], ['李四', '13800000002', '保安']),
  sheet(
    '收费项目',
    ['项目名称', '类别', '计费方式', '收款方', '商户号'],
    ['物业费', '物业费', '按面积', '云栖物业', '1600000001'],
  ),
  sheet('费率', ['项目名称', '生效日期', '收费依据', '单价'], ['物业费', '2024-01-01', '合同', '3.20']),
  sheet(
    '收费绑定',
    ['楼栋', '单元', '房号', '项目名称', '开始日期'],
    ...rooms.map((room) => [...at(room), '物业费', '2024-01-01']),
  ),
  sheet(
    '期初欠费',
    ['楼栋', '单元', '房号', '项目名称', '账期', '欠费金额'],
    ...rooms.slice(0, 120).map((room) => [...at(room), '物业费', '2026-09', fee]),
  ),
  sheet(
    '预存',
    ['楼栋', '单元', '房号', '预存金额'],
    ...rooms.slice(0, 60).map((room) => [...at(room), '50']),
  ),
  sheet(
    '抵扣券',
    ['楼栋', '单元', '房号', '截止日期', '抵扣券金额'],
    ...rooms.slice(0, 60).map((room) => [...at(room), '2026-12-31', '20']),
  ),
];

describe('giving up an import', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
    await seedPreparing(world);
  });
  afterEach(() => world.stop());

  const begin = async (sheets = whole()): Promise<ImportView> => {
    const checked = await check(world, sheets);
    const { importId, opening } = checked;
    granted(await world.ask('finance', 'setup.applyImport', { importId, ...(opening ? { opening } : {}) }));
    return checked;
  };
  const giveUp = (importId: string) => world.ask('finance', 'setup.giveUpImport', { importId });
  /** The dead function's lease ends, and its failures are waited out. */
  const later = () => world.advance(40 * 60_000);
  /** Somebody seems to be at it, so that nothing of it happens by itself. */
  const hold = async () => {
    const [job] = (await everything(world, 'jobs')).filter(({ kind }) => kind === 'applyImport');
    const jobs = world.product.sdk().database({ throwOnNotFound: false }).collection('jobs');
    const nextAt = world.ports.now() + 60_000;
    await jobs.doc(String(job?._id)).update({ data: { lease: 'somebody', nextAt } });
  };

  test('killed half-way and given up, it leaves nothing, wherever the taking out dies too', async () => {
    const before = await recordsOf(world);
    const { importId } = await begin();
    await killedAfter(world, 60, () => work(world));
    expect((await everything(world, 'journals')).length).toBeGreaterThan(0);
    later();
    expect(granted(await giveUp(importId))).toMatchObject({ state: 'undoing', isFirst: true });
    let kills = 0;
    while ((await see(world, importId)).state !== 'givenUp') {
      kills += 1;
      await killedAfter(world, 25 * kills, () => work(world));
      later();
    }
    expect(kills).toBeGreaterThan(2);
    expect(await recordsOf(world)).toEqual(before);
    expect((await everything(world, 'due')).filter(({ kind }) => kind === 'voucherExpiry')).toEqual([]);
    // Asked for once more, it says how it stands.
    expect(codeOf(await giveUp(importId))).toBe('IMPORT_NOT_RUNNING');
  });

  test('the mended file comes in as if nothing had been before', async () => {
    const { importId } = await begin(whole('999.00'));
    await killedAfter(world, 60, () => work(world));
    later();
    granted(await giveUp(importId));
    await work(world);
    expect(await apply(world, await check(world, whole()))).toMatchObject({ state: 'applied' });
    const mended = timeless(await recordsOf(world));
    await world.stop();
    world = await startWorld();
    await seedPreparing(world);
    await apply(world, await check(world, whole()));
    expect(mended).toEqual(timeless(await recordsOf(world)));
  });

  test('while it is still being brought in, it is taken out only after that slice has ended', async () => {
    const { importId } = await begin();
    await hold();
    granted(await giveUp(importId));
    await work(world);
    expect((await see(world, importId)).state).toBe('undoing');
    later();
    await work(world);
    expect((await see(world, importId)).state).toBe('givenUp');
    expect(await everything(world, 'homes')).toEqual([]);
  });

  test('a check made while it lay there half is too old afterwards', async () => {
    const { importId } = await begin();
    await killedAfter(world, 60, () => work(world));
    await hold();
    const { importId: staleId, opening } = await check(world, whole());
    granted(await giveUp(importId));
    later();
    await work(world);
    expect((await see(world, importId)).state).toBe('givenUp');
    const stale = { importId: staleId, ...(opening ? { opening } : {}) };
    expect(codeOf(await world.ask('finance', 'setup.applyImport', stale))).toBe('IMPORT_OUTDATED');
  });

  test('a live community’s import only goes on, and one that has not begun has nothing to take out', async () => {
    const first = await check(world, whole());
    expect(codeOf(await giveUp(first.importId))).toBe('IMPORT_NOT_RUNNING');
    await apply(world, first);
    const second = await begin([
      sheet('楼栋房屋', ['楼栋', '单元', '房号', '建筑面积'], [...at('101'), '95']),
    ]);
    expect(codeOf(await giveUp(second.importId))).toBe('IMPORT_ONLY_GOES_ON');
  });

  test('nobody takes money or gives a voucher for a home that is still being brought in', async () => {
    const communities = world.product.sdk().database({ throwOnNotFound: false }).collection('communities');
    const payee = { payeeId: 'p', name: '云栖物业', merchantId: '1600000001', channel: 'cloudpay' };
    await communities.doc('yunqi').update({ data: { payee } });
    const place = { building: '1', unit: '1', room: '101' };
    const homeId = 'yunqi-1-1-101';
    await world.seed('homes', { _id: homeId, communityId: 'yunqi', place, placeKey: '1-1-101', area: 8_960 });
    const money = {
      partyId: 'p1',
      channel: 'cash',
      amount: 100,
      expectedPrepaid: 100,
      expectedUsed: 0,
      payerName: '张三',
    } as const;
    const voucher = { amount: 100, expiresOn: '2026-12-31', reason: '补偿' };
    const taken = await world.ask('finance', 'counter.take', { homeId, ...money });
    const given = await world.ask('finance', 'payments.grantVoucher', { homeId, ...voucher });
    expect([taken, given].map(codeOf)).toEqual(['COMMUNITY_NOT_SET_UP', 'COMMUNITY_NOT_SET_UP']);
    expect(await everything(world, 'journals')).toEqual([]);
  });

  test('where somebody has booked since, it can only go on', async () => {
    const { importId } = await begin();
    await world.seed('journals', {
      ...{ _id: 'payment·1', communityId: 'yunqi', kind: 'payment', lines: [], at: 1, postedAt: 1 },
    });
    expect(codeOf(await giveUp(importId))).toBe('IMPORT_IN_USE');
  });
});

describe('how long spreadsheets are kept', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
    await seedPreparing(world);
  });
  afterEach(() => world.stop());

  const files = async () => {
    const records = await everything(world, 'imports');
    const { readFile } = await import('../../../cloudfunctions/platform/files');
    const ids = records.flatMap((record) => {
      const findings = (record.findings ?? {}) as Record<string, string | string[] | undefined>;
      const { planFileIds = [], problemFileId = [], baseFileId = [] } = findings;
      return [String(record.fileId), planFileIds, problemFileId, baseFileId].flat();
    });
    const there = await Promise.all([...new Set(ids)].map(async (id) => ((await readFile(id)) ? id : '')));
    return there.filter((id) => id !== '');
  };
  const homes = (area: string) => [
    sheet('楼栋房屋', ['楼栋', '单元', '房号', '建筑面积'], [...at('101'), area]),
  ];

  test('30 days after it was applied file, plan and lists are gone; what it stated stays to be compared with', async () => {
    const view = await apply(world, await check(world, homes('89.60')));
    world.advance(30 * day - 60_000);
    await world.tick();
    expect(await files()).toHaveLength(3);
    world.advance(120_000);
    await world.tick();
    expect(await files()).toEqual([expect.stringMatching(/base\.json\.gz$/)]);
    expect(await everything(world, 'importPages')).toEqual([]);
    expect(await see(world, view.importId)).toMatchObject({ state: 'applied', areFilesGone: true });

    // The next one is compared with it, and takes its place.
    const next = await check(world, homes('95'), 'b.xlsx');
    expect(next).toMatchObject({ state: 'checked', undecided: 0 });
    await apply(world, next);
    world.advance(31 * day);
    await world.tick();
    expect(await files()).toHaveLength(1);
    expect(await everything(world, 'homes')).toMatchObject([{ area: 9500 }]);
  });

  test('one that nobody applies counts as given up after 30 days, one with mistakes keeps its outcome', async () => {
    const left = await check(world, homes('89.60'));
    const wrong = await check(world, homes('89.6平'), 'c.xlsx');
    expect(wrong.problemList).toMatch(/^http/);
    world.advance(31 * day);
    await world.tick();
    expect(await files()).toEqual([]);
    expect(await see(world, left.importId)).toMatchObject({ state: 'givenUp', areFilesGone: true });
    const seen = await see(world, wrong.importId);
    expect([seen.state, seen.areFilesGone, seen.problemList]).toEqual(['rejected', true, undefined]);
    const { importId } = left;
    expect(codeOf(await world.ask('finance', 'setup.applyImport', { importId }))).toBe('IMPORT_GIVEN_UP');
  });

  test('killed at any point, it is done by a later tick', async () => {
    await check(world, homes('89.60'));
    world.advance(31 * day);
    for (let operations = 1; (await files()).length > 0 && operations < 40; operations += 2) {
      await killedAfter(world, operations, () => world.tick());
      world.advance(60 * 60_000);
    }
    await world.tick();
    expect(await files()).toEqual([]);
    expect(await everything(world, 'imports')).toMatchObject([
      { state: 'givenUp', filesRemovedAt: expect.any(Number) },
    ]);
  });

  test('one that is being brought in keeps its plan', async () => {
    const { importId } = await check(world, homes('89.60'));
    granted(await world.ask('finance', 'setup.applyImport', { importId }));
    world.advance(31 * day);
    await world.tick();
    await work(world);
    expect((await see(world, importId)).state).toBe('applied');
  });
});

/** Without when a journal was posted and a voucher granted. */
function timeless(records: object): unknown {
  const times = ['at', 'day', 'postedAt', 'grantedAt'];
  return JSON.parse(
    JSON.stringify(records, (name, value: unknown) => (times.includes(name) ? undefined : value)),
  );
}
