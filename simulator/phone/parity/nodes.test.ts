import { type TemplateNode, toLines } from './nodes';

const element = (tag: string, classes: string[], children: TemplateNode[]): TemplateNode => ({
  tag,
  isComponent: false,
  classes,
  children,
});

test('one line for each element and text, indented by depth', () => {
  const tree = [element('view', ['b', 'a', 'a'], [{ text: '甲' }, element('text', [], [{ text: '乙' }])])];
  expect(toLines(tree)).toEqual(['<view>.a.b', '  "甲"', '  <text>', '    "乙"']);
});

test('texts beside each other are one, spaces do not count, empty texts are none', () => {
  expect(toLines([{ text: ' 一\n' }, { text: '  二 ' }, element('view', [], [{ text: ' \n ' }])])).toEqual([
    '"一 二"',
    '<view>',
  ]);
});

test('another text, class, tag or place is another line', () => {
  const lines = toLines([element('view', ['a'], [{ text: '甲' }])]);
  for (const other of [
    [element('view', ['a'], [{ text: '乙' }])],
    [element('view', ['b'], [{ text: '甲' }])],
    [element('text', ['a'], [{ text: '甲' }])],
    [element('view', ['a'], []), { text: '甲' }],
  ])
    expect(toLines(other)).not.toEqual(lines);
});
