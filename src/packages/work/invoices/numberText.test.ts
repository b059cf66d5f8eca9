import { isNumber, numberProblem } from './numberText';

test.each(['12345678', ' 24332000000123456789 '])('%s is a number', (text) => {
  expect(isNumber(text)).toBe(true);
  expect(numberProblem(text)).toBeUndefined();
});

test.each(['1234567', '123456789012345678901', '1234 5678', 'A2345678'])(
  '%s is none, and that is said',
  (text) => {
    expect(isNumber(text)).toBe(false);
    expect(numberProblem(text)).toMatch('8 到 20 位');
  },
);

test('nothing typed yet is no mistake', () => {
  expect(numberProblem('')).toBeUndefined();
  expect(isNumber('')).toBe(false);
});
