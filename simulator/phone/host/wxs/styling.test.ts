import { styleText } from './styling';

test('a style may be given as text or by name, in either spelling', () => {
  expect(styleText('color: red; width: 10rpx')).toBe('color: red; width: 10rpx');
  expect(styleText({ backgroundColor: 'red', '-webkit-transform': 'none', '--Big': 1 })).toBe(
    'background-color:red;-webkit-transform:none;--Big:1',
  );
});

test('what has no value is left out', () => {
  expect(styleText({ color: undefined, width: null, height: 0 })).toBe('height:0');
});
