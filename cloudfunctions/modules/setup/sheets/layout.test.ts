import type { Sheet } from '../spreadsheet';
import { readWorkbook } from './workbook';

const sheet = (name: string, ...rows: readonly (readonly string[])[]): Sheet => ({
  name,
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
});
const heading = ['楼栋', '单元', '房号', '建筑面积（㎡）*'];

test('a title above, other words, other columns and another order are understood', () => {
  const book = readWorkbook([
    sheet(
      '云栖苑-房屋信息',
      ['云栖苑房屋一览（2026年）'],
      ['备注', '面积', '室号', '单元号', '楼号'],
      ['', '89.6', '1201', '2单元', '3栋'],
      [],
      ['空房', '', '', '', ''],
      ['', '90', '1202', '2单元', '3栋'],
    ),
  ]);
  expect(book.problems).toEqual([]);
  expect(book.rows.homes.map(({ row, value }) => [row, value.room, value.area.units])).toEqual([
    [3, '1201', 8960],
    [6, '1202', 9000],
  ]);
  expect(book.unused).toEqual(['“云栖苑-房屋信息”的“备注”列']);
  expect(book.rowCount).toBe(2);
});

test('sheets of one kind count as one; unknown ones are named, empty ones passed over', () => {
  const home = ['3栋', '2单元', '1201', '89.6'];
  const book = readWorkbook([
    sheet('楼栋房屋', heading, home),
    sheet('4栋房屋', heading, ['4栋', ...home.slice(1)]),
    sheet('说明', ['请先看这里']),
    sheet('Sheet3'),
  ]);
  expect(book.rows.homes).toHaveLength(2);
  expect([...book.present]).toEqual(['homes']);
  expect(book.unused).toEqual(['工作表“说明”']);
});

test('a column that is needed and not there is told once, not for each row', () => {
  const [problem, ...more] = readWorkbook([
    sheet('楼栋房屋', heading.slice(0, 3), ['3栋', '2单元', '1201'], ['3栋', '2单元', '1202']),
  ]).problems;
  expect(problem).toMatchObject({ row: 1, title: '缺少“建筑面积”列' });
  expect(more).toEqual([]);
});

test('a sheet of a known name without a heading', () => {
  expect(readWorkbook([sheet('楼栋房屋', ['3栋', '2单元'])]).problems).toMatchObject([
    { title: '没有找到表头', fix: '前 10 行里要有一行写着：楼栋、单元、房号、建筑面积' },
  ]);
  expect(readWorkbook([sheet('楼栋房屋')]).problems).toEqual([]);
});

test('each empty cell that is needed is named by its column', () => {
  const { problems, rows } = readWorkbook([
    sheet('楼栋房屋', heading, ['3栋', '', '1201', ''], ['3栋', '2单元', '1202', '80']),
  ]);
  expect(problems.map(({ row, columns, title }) => [row, columns, title])).toEqual([
    [2, [1], '单元没有填'],
    [2, [3], '建筑面积没有填'],
  ]);
  expect(rows.homes).toHaveLength(1);
});
