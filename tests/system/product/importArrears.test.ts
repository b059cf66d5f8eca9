import { monthAt } from '../../../types/day';
import { apply, check, everything, feeSheets, seedPreparing, work } from './importing';
import { granted, startWorld, type World } from './world';

jest.setTimeout(240_000);

const place = ['3栋', '2单元', '1201'];
const register = [
  {
    name: '楼栋房屋',
    rows: [
      ['楼栋', '单元', '房号', '建筑面积'],
      [...place, '100'],
    ],
  },
  ...feeSheets([place]),
];
const arrears = (first: string, months: string) => ({
  name: '期初欠费',
  rows: [
    ['楼栋', '单元', '房号', '项目名称', '账期', '欠费金额', '月数'],
    [...place, '物业费', first, '900', months],
  ],
});

describe('arrears of several months', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
    await seedPreparing(world);
    expect(monthAt(world.ports.now())).toBe('2026-11');
    await apply(world, await check(world, [...register, arrears('2026-10', '2')]));
  });
  afterEach(() => world.stop());

  const billed = async () =>
    (await everything(world, 'bills')).map(({ period, amount }) => [
      (period as { first: string }).first,
      amount,
    ]);

  test('are all that is owed for those months: a run bills the month after them, and none of them', async () => {
    const run = async (month: string) => {
      const input = { communityId: 'yunqi', month };
      const { billRunId } = granted(await world.ask('finance', 'charging.startBillRun', input));
      await work(world);
      granted(await world.ask('finance', 'charging.publishBillRun', { billRunId }));
      await work(world);
    };
    await run('2026-11');
    expect(await billed()).toEqual([['2026-10', 90_000]]);
    await run('2026-12');
    expect(await billed()).toEqual([
      ['2026-10', 90_000],
      ['2026-12', 32_000],
    ]);
  });

  test('are not brought in once more under another first month', async () => {
    const { importId, state } = await check(world, [arrears('2026-11', '1')]);
    expect(state).toBe('rejected');
    const page = await world.ask('finance', 'setup.importRows', { importId, which: 'problems' });
    expect(granted(page).problems).toMatchObject([{ row: 2, title: '这些月份已经有账单' }]);
    expect(await check(world, [arrears('2026-09', '1')])).toMatchObject({ state: 'checked' });
  });
});
