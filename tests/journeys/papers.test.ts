import { readSpreadsheet, type Sheet } from '../../cloudfunctions/modules/setup/spreadsheet';
import { readCodeText } from '../../simulator/cloud/openapi/codes/codeText';
import { type Instant, monthAt } from '../../types/day';
import { codeOfSlips, textOfSlips } from '../system/product/slipReader';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, paysAll, publishBill, type Town } from './owner/town';
import { choosesOption, looksUp, nextFile } from './staff/office';

jest.setTimeout(180_000);

const yunqi = 'communityId=yunqi';
const month = monthAt(Date.now() as Instant);

/** What leaves the house as a file: spreadsheets with the desk's figures, slips with the home's code. And who only looks. */
describe('the papers of a community', () => {
  let town: Town;
  let finance: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    await publishBill(town.world, { amount: 20_000, month });
    await publishBill(town.world, { amount: 5_050, month, itemName: '水费', purpose: 'water' });
    await paysAll(town.world);
    await publishBill(town.world, {
      amount: 31_415,
      month: '2026-08',
      homeId: 'yunqi-1202',
      partyId: 'resident-t-next',
    });
    // The desk counts journals that are some seconds old.
    town.world.advance(20_000);
    finance = await town.phoneOf('finance');
  });

  afterAll(() => town?.close());

  test('payments of the month are exported to the fen, as the desk shows them', async () => {
    await finance.visits(`/packages/work/desk/index?${yunqi}`);
    await finance.sees('今天到账', '¥250.50');
    await finance.taps('科目余额');
    await finance.sees('合计', '导出本月表格');
    const [heading = [], ...rows] = cellsOf(await exported('收款'), '收款');
    expect(rows.map((row) => [row[heading.indexOf('房屋')], row[heading.indexOf('金额')]])).toEqual([
      ['3栋2单元1201', '250.5'],
    ]);
  });

  test('bills and arrears are exported as they stand', async () => {
    const bills = cellsOf(await exported('账单'), '账单').slice(1);
    const seen = bills.map(([place, item, , , amount, paid, state]) => [place, item, amount, paid, state]);
    expect(seen.sort()).toEqual([
      ['3栋2单元1201', '水费', '50.5', '50.5', '已缴'],
      ['3栋2单元1201', '物业费', '200', '200', '已缴'],
    ]);
    const arrears = cellsOf(await exported('欠费'), '欠费').slice(1);
    expect(arrears.map(([place, item, , , owed]) => [place, item, owed])).toEqual([
      ['3栋2单元1202', '物业费', '314.15'],
    ]);
  });

  test('the journals of a month balance in the file too', async () => {
    const [heading = [], ...rows] = cellsOf(await exported('凭证'), '凭证');
    const sum = (column: string) =>
      rows.reduce((fen, row) => fen + Math.round(Number(row[heading.indexOf(column)]) * 100), 0);
    expect(rows.length).toBeGreaterThan(3);
    expect(sum('借方')).toBe(sum('贷方'));
  });

  test('without a network no file is made, and the page says what to do', async () => {
    await finance.control.setNetwork('offline');
    await finance.taps('导出表格');
    await finance.sees('网络没有连上');
    await finance.control.setNetwork('online');
    await finance.taps('导出表格');
    await finance.sawLast('网络没有连上');
  });

  test('a home that owes nothing has no slip', async () => {
    await finance.visits(`/packages/work/counter/index?${yunqi}`);
    await looksUp(finance, '1201');
    await finance.taps('打印缴费通知单');
    await finance.sees('没有待缴的账单，不用打印');
  });

  test('a slip says what is due, and its code leads whoever scans it to that home', async () => {
    await looksUp(finance, '1202');
    await finance.sees('314.15');
    await finance.sawLast('不用打印');
    const fetched = nextFile(finance);
    await finance.taps('打印缴费通知单');
    const pdf = await fetched;
    expect(textOfSlips(pdf)).toContain('应缴合计|¥314.15');
    const code = readCodeText(codeOfSlips(pdf));
    const stranger = await town.phoneOf('stranger');
    await stranger.control.open(code?.path ?? '', 1047);
    await stranger.isOn('packages/homes/bind/index');
    await stranger.sees('业主登记的姓氏');
    expect(await stranger.screen()).not.toMatch('请选择小区');
  });

  test('the project manager sees every figure and its lines, and no work that is not theirs', async () => {
    const manager = await town.phoneOf('projectManager');
    await manager.visits('/packages/work/home/index');
    await manager.taps('财务台');
    await manager.sees('收缴率', '100.0%', '¥250.50', '等财务处理', '借贷平衡');
    await manager.taps('待开发票');
    await manager.isOn('packages/work/desk/index');
    await manager.taps('科目余额');
    await manager.sees('合计', '¥0.00');
    expect(await manager.screen()).not.toMatch('导出');
    await manager.visits(`/packages/work/lines/index?${yunqi}&month=${month}&kind=receivedToday`);
    await manager.taps('3栋2单元1201');
    await manager.sees('250.50', '收款方');
    expect(await manager.screen()).not.toMatch('退款');
    await manager.visits(`/packages/work/lines/index?${yunqi}&month=${month}&kind=building&of=3栋`);
    await manager.taps('水费');
    await manager.sees('已缴', '看怎么算的');
    expect(await manager.screen()).not.toMatch('作废');
    await manager.visits(`/packages/work/counter/index?${yunqi}`);
    await looksUp(manager, '1201');
    await manager.sees('您没有权限');
  });

  /** Takes a table out and gives the file the phone has got. */
  async function exported(what: string): Promise<Buffer> {
    await choosesOption(finance, what);
    const fetched = nextFile(finance);
    await finance.taps('导出表格');
    const file = await fetched;
    await finance.phone.page.locator('.system-back').last().click();
    return file;
  }
});

/** Every row of the one sheet, the heading first. */
function cellsOf(file: Buffer, name: string): readonly (readonly string[])[] {
  const read = readSpreadsheet(file, `${name}.xlsx`);
  const [sheet, ...more]: readonly Sheet[] = read.kind === 'read' ? read.sheets : [];
  expect(sheet?.name).toBe(name);
  expect(more).toEqual([]);
  return sheet?.rows.map(({ cells }) => cells) ?? [];
}
