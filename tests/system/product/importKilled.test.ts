import type { WrittenSheet } from '../../../cloudfunctions/modules/setup/spreadsheet';
import type { ImportView } from '../../../types/contract/setup';
import { apply, check, feeSheets, recordsOf, see, seedPreparing, work } from './importing';
import { killedAfter } from './killed';
import { granted, startWorld, type World } from './world';

jest.setTimeout(600_000);

const rooms = Array.from({ length: 180 }, (_, index) => String(101 + index));
const at = (room: string) => ['1栋', '1单元', room];

/** Enough for two slices, with money. */
function sheets(area: string, phones: string): readonly WrittenSheet[] {
  return [
    {
      name: '楼栋房屋',
      rows: [['楼栋', '单元', '房号', '建筑面积'], ...rooms.map((room) => [...at(room), { number: area }])],
    },
    {
      name: '住户',
      rows: [
        ['楼栋', '单元', '房号', '姓名', '手机号', '关系', '开始日期'],
        ...rooms.map((room) => [
          ...at(room),
          '张三',
          `${phones}${room.padStart(4, '0')}`,
          '业主',
          '2020-01-01',
        ]),
      ],
    },
    ...feeSheets(rooms.map(at)),
    {
      name: '期初欠费',
      rows: [
        ['楼栋', '单元', '房号', '项目名称', '账期', '欠费金额'],
        ...rooms.slice(0, 40).map((room) => [...at(room), '物业费', '2026-09', '100.00']),
      ],
    },
    {
      name: '抵扣券',
      rows: [
        ['楼栋', '单元', '房号', '截止日期', '抵扣券金额'],
        ...rooms.slice(20, 60).map((room) => [...at(room), '2026-12-31', '20.00']),
      ],
    },
  ];
}

/**
 * Begins the import and kills its function, each time some operations later than the last, until it is through. Gives how often: a
 * slice that is begun again looks at what is there first, and would never get further in the same time.
 */
async function applyKilled(world: World, { importId, opening }: ImportView, stride: number): Promise<number> {
  granted(await world.ask('finance', 'setup.applyImport', { importId, ...(opening ? { opening } : {}) }));
  for (let kills = 0; kills < 100; kills += 1) {
    await killedAfter(world, stride * (kills + 1), () => work(world));
    // What a live community does every day goes on behind it, and may have been what was killed.
    if ((await see(world, importId)).state === 'applied') return kills;
    // The dead function's lease ends, and its failures are waited out.
    world.advance(40 * 60_000);
  }
  throw new Error('it never ends');
}

type Bring = (world: World, view: ImportView, stride: number) => Promise<unknown>;

/** What is on record after a first import and after a later one, brought in in this way. */
async function after(bring: Bring): Promise<readonly unknown[]> {
  const world = await startWorld();
  try {
    await seedPreparing(world);
    await bring(world, await check(world, sheets('89.60', '1390000')), 7);
    const first = timeless(await recordsOf(world));
    // In the live community every home is a commit of its own.
    const second = await check(world, sheets('90.00', '1380000'));
    await bring(world, second, 120);
    expect((await see(world, second.importId)).leftOut).toBe(0);
    return [first, timeless(await recordsOf(world))];
  } finally {
    await world.stop();
  }
}

test('a killed import goes on to the same records, first and later ones, wherever it dies', async () => {
  const calm = await after((world, view) => apply(world, view));
  const killed = await after(async (world, view, stride) => {
    expect(await applyKilled(world, view, stride)).toBeGreaterThan(1);
  });
  expect(killed).toEqual(calm);
});

/** Without when a journal was posted and a voucher granted: the killed import is later. */
function timeless(records: Awaited<ReturnType<typeof recordsOf>>): unknown {
  const journals = records.journals?.map(({ at: _at, day: _day, postedAt: _posted, ...rest }) => rest);
  const vouchers = records.vouchers?.map(({ grantedAt: _at, ...rest }) => rest);
  return { ...records, journals, vouchers };
}
