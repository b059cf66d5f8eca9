import { check, seedPreparing, upload, work } from './importing';
import { codeOf, granted, startWorld, type World } from './world';

jest.setTimeout(240_000);

describe('files that are not brought in', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await seedPreparing(world);
  });

  afterAll(() => world.stop());

  test('more than one payee is refused', async () => {
    const sheets = [
      {
        name: '收费项目',
        rows: [
          ['项目名称', '类别', '计费方式', '收款方', '商户号'],
          ['物业费', '物业费', '按面积', '云栖物业', '1600000001'],
          ['停车费', '停车费', '按车位', '停车公司', '1600000002'],
        ],
      },
      {
        name: '费率',
        rows: [
          ['项目名称', '生效日期', '收费依据', '单价'],
          ['物业费', '2024-01-01', '合同第八条', '3.20'],
          ['停车费', '2024-01-01', '协议第三条', '280'],
        ],
      },
    ];
    const { importId } = await check(world, sheets);
    const page = await world.ask('finance', 'setup.importRows', { importId, which: 'problems' });
    expect(granted(page).problems).toMatchObject([
      { sheet: '收费项目', row: 3, columns: 'D–E', title: '一个小区只能有一个收款方' },
    ]);
  });

  test.each([
    ['nothing', Buffer.alloc(0), '文件是空的，请重新选择文件。'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0, 1]),
      '这不是 xlsx 或 csv 文件，请在表格软件里另存为 xlsx 后再上传。',
    ],
    ['sheets of something else', Buffer.from('a,b\n1,2\n'), expect.stringMatching(/^没有认出一张工作表/)],
  ])('%s is refused in one sentence', async (_what, bytes, sentence) => {
    expect(await check(world, bytes, '别的.csv')).toMatchObject({ state: 'rejected', fileProblem: sentence });
  });

  test('a csv named after its sheet counts as that sheet', async () => {
    const csv = Buffer.from('楼栋,单元,房号,建筑面积\n3栋,2单元,1201,89.6\n');
    const { counts } = await check(world, csv, '云栖苑-楼栋房屋.csv');
    expect(counts).toMatchObject([{ kind: 'home', new: 1 }]);
  });

  test('what is still being checked is neither decided nor brought in', async () => {
    const csv = Buffer.from('楼栋,单元,房号,建筑面积\n5栋,1单元,101,89.6\n');
    const fileId = await upload(world, csv, '楼栋房屋.csv');
    const asked = { communityId: 'yunqi', fileId, fileName: '楼栋房屋.csv' };
    const { importId } = granted(await world.ask('finance', 'setup.checkImport', asked));
    const decided = await world.ask('finance', 'setup.decideConflicts', { importId, take: 'file' });
    expect(codeOf(decided)).toBe('IMPORT_NOT_READY');
    expect(codeOf(await world.ask('finance', 'setup.applyImport', { importId }))).toBe('IMPORT_NOT_READY');
    expect(await world.all('homes')).toEqual([]);
    await work(world);
  });

  test('a file of another community, or none of an import, opens nothing', async () => {
    const fileId = await upload(world, Buffer.from('a'), 'a.csv', 'wutong');
    const asked = { communityId: 'yunqi', fileId, fileName: 'a.csv' };
    expect(codeOf(await world.ask('finance', 'setup.checkImport', asked))).toBe('IMPORT_FILE_NOT_HERE');
    for (const path of [
      'invoices/wutong/imports/yunqi/a.csv',
      'imports/yunqi/../wutong/a.csv',
      'imports/yunqi/1/base.json.gz',
    ]) {
      const sly = { ...asked, fileId: `cloud://env.bucket/${path}` };
      expect(codeOf(await world.ask('finance', 'setup.checkImport', sly))).toBe('IMPORT_FILE_NOT_HERE');
    }
  });
});
