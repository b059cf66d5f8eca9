import type { ImportView } from '../../../types/contract/setup';
import { fen } from '../../../types/money';
import { countWords, headlineOf } from './importWords';

const view: ImportView = {
  importId: 'i1',
  communityId: 'yunqi',
  fileName: '云栖苑.xlsx',
  askedAt: 0,
  state: 'checked',
  rows: 1_286,
  problemRows: 0,
  problems: 0,
  counts: [],
  unused: [],
  opening: { arrears: fen(0), prepaid: fen(0) },
  undecided: 0,
  isFirst: false,
  leftOut: 0,
};

test.each([
  [{ state: 'checking' }, '正在检查'],
  [{ state: 'rejected', problemRows: 7 }, '有 7 行要改，这次没有导入'],
  [{ state: 'rejected', fileProblem: '文件加了密码。' }, '这个文件读不了'],
  [{ state: 'checked' }, '检查过了，没有错误'],
  [{ state: 'applying', progress: { done: 2, all: 3 } }, '正在导入 66%'],
  [{ state: 'applying' }, '正在导入'],
  [{ state: 'applying', isStuck: true }, '导入停住了'],
  [{ state: 'checking', isStuck: true }, '检查没有做完'],
  [{ state: 'applied', isFirst: true }, '导入完成，小区已经开通'],
  [{ state: 'undoing', progress: { done: 1, all: 2 } }, '正在撤回 50%'],
  [{ state: 'undoing', isStuck: true }, '撤回停住了'],
  [{ state: 'givenUp' }, '这份表格没有导入'],
] as const)('%j: %s', (more, title) => {
  expect(headlineOf({ ...view, ...more }).title).toBe(title);
});

test('what was left as it is is said', () => {
  expect(headlineOf({ ...view, state: 'applied', leftOut: 3 }).line).toMatch('3 处');
});

test('counts in words, without what is nothing', () => {
  const nothing = { kind: 'home', new: 0, changed: 0, same: 0, missing: 0, conflicts: 0 } as const;
  expect(countWords({ ...nothing, new: 1_200, missing: 2 })).toBe('新增 1,200，表里没有而保留 2');
  expect(countWords(nothing)).toBe('没有变化');
});
