import fc from 'fast-check';
import type { Instant } from '../../../types/day';
import { fen } from '../../../types/money';
import { fieldText, type Gap } from './fields';

const at = { at: Date.parse('2026-11-10T09:05:00+08:00') as Instant };

test.each<[string, Gap, string]>([
  ['thing1', '3栋2单元1201', '3栋2单元1201'],
  ['thing1', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['thing1', '一二三四五六七八九十一二三四五六七八九十多', '一二三四五六七八九十一二三四五六七八九…'],
  ['thing1', ' 第一行\n第二行 ', '第一行 第二行'],
  ['thing1', '', '请打开查看'],
  ['phrase2', '已通过', '已通过'],
  ['phrase2', '已经全部通过了', '已经全部通'],
  ['phrase2', 'OK!', '请查看'],
  ['amount3', { fen: fen(130_460) }, '¥1304.60'],
  ['amount3', { fen: fen(5) }, '¥0.05'],
  ['time4', at, '2026年11月10日 09:05'],
  ['date4', at, '2026年11月10日'],
])('%s of %j is %j', (field, gap, text) => {
  expect(fieldText(field, gap)).toBe(text);
});

test('whatever comes, a field is one line, not empty and within its length', () => {
  const kinds = fc.constantFrom<[string, number]>(['thing1', 20], ['phrase2', 5], ['name3', 10]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), kinds, (text, [field, most]) => {
      const filled = fieldText(field, text);
      expect([...filled].length).toBeLessThanOrEqual(most);
      expect(filled.trim()).not.toBe('');
      expect(filled).not.toMatch(/[\n\r\t]/);
    }),
    { seed: 20261110, numRuns: 300 },
  );
});
