import type { WrittenSheet } from '../../../cloudfunctions/modules/setup/spreadsheet';
import { apply, check, everything, seedPreparing } from './importing';
import { granted, startWorld, type World } from './world';

jest.setTimeout(240_000);

const place = ['3栋', '2单元', '1201'];
const sheet = (name: string, ...rows: WrittenSheet['rows']): WrittenSheet => ({ name, rows });
const register = [
  sheet('楼栋房屋', ['楼栋', '单元', '房号', '建筑面积'], [...place, '89.6']),
  sheet(
    '收费项目',
    ['项目名称', '类别', '计费方式', '收款方', '商户号'],
    ['电费', '电费', '按表计', '云栖物业', '1600000001'],
  ),
  sheet(
    '费率',
    ['项目名称', '生效日期', '收费依据', '单价', '第一档上限', '第二档单价'],
    ['电费', '2012-07-01', '浙价资182号', '0.538', '2760', '0.588'],
  ),
  sheet(
    '表计',
    ['楼栋', '单元', '房号', '项目名称', '表号', '上次抄表日期', '上次读数', '本周期已用量'],
    [...place, '电费', 'D1', '2026-09-01', '1000', '900'],
  ),
];
const readings = (...rows: readonly (readonly string[])[]) => [
  sheet('抄表', ['表号', '抄表日期', '读数', '旧表号', '旧表止度'], ...rows),
];

describe('readings that come by spreadsheet', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
    await seedPreparing(world);
    await apply(world, await check(world, register));
  });
  afterEach(() => world.stop());

  const stored = async () =>
    (await everything(world, 'readings')).map(({ day, serial, value }) => [day, serial, value]);

  test('a wrong one is put right by another file: what is there is named, and somebody decides', async () => {
    await apply(world, await check(world, readings(['D1', '2026-10-01', '1213', '', ''])));
    const right = await check(world, readings(['D1', '2026-10-01', '1231', '', '']));
    expect(right).toMatchObject({ state: 'checked', undecided: 1 });
    const { importId } = right;
    granted(await world.ask('finance', 'setup.decideConflicts', { importId, take: 'file' }));
    await apply(world, right);
    expect(await stored()).toEqual([['2026-10-01', 'D1', 1_231]]);
  });

  test('a meter that was replaced goes by its new number in the months after', async () => {
    await apply(world, await check(world, readings(['N1', '2026-10-01', '3', 'D1', '1213'])));
    expect(await everything(world, 'meters')).toMatchObject([{ serial: 'N1' }]);
    const later = await check(world, readings(['N1', '2026-11-01', '240', '', '']));
    expect(later).toMatchObject({ state: 'checked', problems: 0 });
    await apply(world, later);
    expect(await stored()).toEqual([
      ['2026-10-01', 'N1', 3],
      ['2026-11-01', 'N1', 240],
    ]);
    const old = await check(world, readings(['D1', '2026-11-05', '1300', '', '']));
    expect(old).toMatchObject({ state: 'rejected' });
    // The register as it was handed in at first brings the old number back to nobody.
    await apply(world, await check(world, register));
    expect(await everything(world, 'meters')).toMatchObject([{ serial: 'N1' }]);
  });
});
