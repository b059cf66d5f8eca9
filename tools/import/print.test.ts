import type { ImportView } from '../../types/contract/setup';
import { fen } from '../../types/money';
import { printed } from './print';

const view: ImportView = {
  importId: 'i',
  communityId: 'yunqi',
  fileName: 'a.xlsx',
  askedAt: 0,
  state: 'checked',
  rows: 2,
  problemRows: 0,
  problems: 0,
  counts: [{ kind: 'home', new: 1, changed: 0, same: 2, missing: 3, conflicts: 0 }],
  unused: ['“住户”的“备注”列'],
  opening: { arrears: fen(128460), prepaid: fen(0) },
  undecided: 0,
  isFirst: true,
  leftOut: 0,
};

test('what a check found', () => {
  expect(printed({ view, problems: [], exitCode: 0 })).toBe(
    [
      'a.xlsx：检查通过，还没有导入；加上 --apply 就会导入',
      '  房屋  新增 1，变更 0，相同 2，表里没有 3，冲突 0',
      '  期初合计：欠费 ¥1,284.60，预存 ¥0.00',
      '  没有用到：“住户”的“备注”列',
      '',
    ].join('\n'),
  );
});

test('what is wrong, by sheet, row and column', () => {
  const rejected: ImportView = {
    ...view,
    state: 'rejected',
    problemRows: 1,
    problems: 1,
    counts: [],
    unused: [],
  };
  const { opening: _opening, ...without } = rejected;
  const problem = {
    sheet: '住户',
    row: 7,
    columns: 'E',
    title: '手机号少几位',
    fix: '要 11 位，现在 10 位',
    cells: [],
  };
  expect(printed({ view: without, problems: [problem], exitCode: 1 })).toBe(
    'a.xlsx：有 1 行要改，这次没有导入，现有数据没有变\n  住户 第 7 行 E 列：手机号少几位。要 11 位，现在 10 位\n',
  );
});
