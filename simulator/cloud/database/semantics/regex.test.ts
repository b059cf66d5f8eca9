import { toRegExp } from './regex';
import { refusal } from './testing';

test.each<[string, string, string, boolean]>([
  ['^abcdef.*\\d+结尾$', 'i', 'AbCdEfxx1234结尾', true],
  ['^b', 'm', 'a\nb', true],
  ['^b', '', 'a\nb', false],
  ['a.b', 's', 'a\nb', true],
  ['a b # why\n c', 'x', 'abc', true],
  ['a\\ b[ #]', 'x', 'a b#', true],
  ['(?i)ABC', '', 'abc', true],
  ['(?ims)^a.b', '', 'x\nA\nB', true],
  ['^.$', '', '\u{1f600}', true],
  ['[\\-\\_]x', '', '-x', true],
  ['a', 'gy', 'ba', true],
])('%s with "%s" on %j', (pattern, options, text, found) => {
  expect(toRegExp(pattern, options).test(text)).toBe(found);
});

test('malformed patterns and unknown options are refused', () => {
  expect(refusal(() => toRegExp('(', ''))).toMatch(/^Regular expression is invalid/);
  expect(refusal(() => toRegExp('a', 'z'))).toBe('invalid flag in regex options: z');
});
