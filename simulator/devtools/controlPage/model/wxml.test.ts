import { indented } from './wxml';

test('each tag has its line, text stays with its tag', () => {
  expect(indented('<page><view class="a"><text>云栖苑</text><view></view></view></page>')).toBe(
    [
      '<page>',
      '  <view class="a">',
      '    <text>云栖苑</text>',
      '    <view></view>',
      '  </view>',
      '</page>',
    ].join('\n'),
  );
});

test('text between tags has a line of its own', () => {
  expect(indented('<p><b>1</b>two</p>')).toBe(['<p>', '  <b>1</b>', '  two', '</p>'].join('\n'));
});

test('nothing is nothing', () => {
  expect(indented('')).toBe('');
});
