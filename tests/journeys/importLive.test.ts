import type { WrittenSheet } from '../../cloudfunctions/modules/setup/spreadsheet';
import { everything, feeSheets } from '../system/product/importing';
import { granted, openidOf } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, type Town } from './owner/town';
import { seesInTime, sheetsInChat } from './staff/office';

jest.setTimeout(180_000);

const communityId = 'xixi';
const fileName = '溪畔里.xlsx';

/** A community's whole register: homes with these areas, an owner, what they owe, and what the old books owe them. */
function register(...areas: readonly string[]): readonly WrittenSheet[] {
  const home = ['1栋', '1单元', '101'];
  const place = ['楼栋', '单元', '房号'];
  const rooms = areas.map((area, index) => ['1栋', '1单元', String(101 + index), area]);
  return [
    { name: '楼栋房屋', rows: [[...place, '建筑面积'], ...rooms] },
    {
      name: '住户',
      rows: [
        [...place, '姓名', '手机号', '关系'],
        [...home, '王秀英', '13857129001', '业主'],
      ],
    },
    ...feeSheets([home]),
    {
      name: '期初欠费',
      rows: [
        [...place, '项目名称', '账期', '欠费金额'],
        [...home, '物业费', '2026-08', '286.72'],
      ],
    },
    {
      name: '预存',
      rows: [
        [...place, '预存金额'],
        [...home, '500'],
      ],
    },
    {
      name: '抵扣券',
      rows: [
        [...place, '截止日期', '金额'],
        [...home, '2099-12-31', '20'],
      ],
    },
  ];
}

/** Row G6 on the phone: a community goes live from a chat file, is given up once on the way, and nothing of that stays. */
describe('a community goes live', () => {
  let town: Town;
  let finance: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    await town.world.seed('communities', { _id: communityId, name: '溪畔里', state: 'preparing' });
    await town.world.seed('staffMembers', {
      ...{ _id: 'xixi-finance', communityId, name: '周敏', phone: '13800000001', from: '2020-01-01' },
      ...{ duties: ['finance'], skills: [], areas: [], openid: openidOf('finance') },
    });
    finance = await town.phoneOf('finance');
  });

  afterAll(() => town?.close());

  test('what is wrong is shown by row, a negative area as such, and a long cell in full', async () => {
    const long = '八十九点六平方米，房产证上写的是九十点二平方米，以房产证为准';
    await sheetsInChat(finance, fileName, register('-89.60', long));
    await finance.visits(`/packages/setup/imports/index?communityId=${communityId}`);
    await finance.taps('从聊天里选表格');
    await finance.isOn('packages/setup/import/index');
    await seesInTime(finance, '有 2 行要改，这次没有导入', '建筑面积是负数', '-89.60', '不能小于 0', long);
  });

  test('the corrected file asks for three totals of the old books, and refuses one that differs', async () => {
    await sheetsInChat(finance, fileName, register('89.60', '90.20'));
    await finance.taps('上传改好的表');
    await seesInTime(finance, '检查过了，没有错误', '和旧系统对一下总数', '抵扣券合计');
    await finance.writes('old-arrears', '286.72');
    await finance.writes('old-prepaid', '500');
    await finance.writes('old-vouchers', '20.01');
    await finance.taps('导入');
    await finance.sees('期初合计和原系统对不上');
  });

  test('the import is given up while it goes on, and takes out again what it brought', async () => {
    const { clock } = town.world.cloud.context;
    // Asked for past the phone's cloud, which would begin at once, and before the minute in which waiting work is looked for.
    clock.freeze();
    const imports = granted(await town.world.ask('finance', 'setup.listImports', { communityId })).imports;
    const importId = imports.find(({ state }) => state === 'checked')?.importId ?? '';
    const opening = { arrears: 28_672, prepaid: 50_000, vouchers: 2_000 };
    granted(await town.world.ask('finance', 'setup.applyImport', { importId, opening }));
    await finance.visits(`/packages/setup/import/index?importId=${importId}`);
    await finance.sees('正在导入');
    await finance.taps('撤回这次导入');
    await finance.confirms('撤回');
    clock.run(1);
    await seesInTime(finance, '这份表格没有导入', '没有留下它写过的内容');
    expect(await homesOf()).toEqual([]);
    expect(await town.world.read('communities', communityId)).toMatchObject({ state: 'preparing' });
  });

  test('sent again it comes in, and the community is live', async () => {
    await sheetsInChat(finance, fileName, register('89.60', '90.20'));
    await finance.taps('重新上传表格');
    await seesInTime(finance, '检查过了，没有错误');
    await finance.writes('old-arrears', '286.72');
    await finance.writes('old-prepaid', '500');
    await finance.writes('old-vouchers', '20');
    await finance.taps('导入');
    await seesInTime(finance, '导入完成', '都已经写进去');
    expect(await homesOf()).toHaveLength(2);
    expect(await town.world.read('communities', communityId)).toMatchObject({ state: 'live' });
    await finance.visits(`/packages/setup/imports/index?communityId=${communityId}`);
    await finance.sees('已导入', '没有导入', '要改');
  });

  async function homesOf() {
    return (await everything(town.world, 'homes')).filter((home) => home.communityId === communityId);
  }
});
