import { evaluateTemplates } from './wxsNames';

test('wxs makes regular expressions and dates by its own functions', () => {
  expect(evaluateTemplates(`'a-B'.replace(getRegExp('[a-b]', 'ig'), 'x')`)).toBe('x-x');
  expect(evaluateTemplates('getDate(2026, 10, 23).getMonth()')).toBe(10);
  expect(evaluateTemplates('getDate(1500000000000).getTime()')).toBe(1500000000000);
});
