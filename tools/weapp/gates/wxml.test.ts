import { wxmlTags } from './wxml';

test('start tags with their attributes and lines, without comments', () => {
  const text =
    '<!-- <view a="1"> -->\n<view class="a" wx:if="{{a > 1}}" data-x=\'"\' hidden>\n<text/></view>';
  expect(wxmlTags(text)).toEqual([
    { name: 'view', attributes: { class: 'a', 'wx:if': '{{a > 1}}', 'data-x': '"', hidden: '' }, line: 2 },
    { name: 'text', attributes: {}, line: 3 },
  ]);
});

test('what stands in <wxs> is no markup', () => {
  const names = wxmlTags('<wxs module="m">var a = 1 <b;</wxs><view/><wxs src="./a.wxs" module="n"/><text/>');
  expect(names.map(({ name }) => name)).toEqual(['wxs', 'view', 'wxs', 'text']);
});
