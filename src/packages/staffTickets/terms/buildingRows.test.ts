import { rowsText, withRows, writtenRows } from './buildingRows';
import { terms } from './testing/sampleTerms';

const rows = [
  ['1栋', '2栋'],
  ['3栋', '东门'],
];

test('rows are written one a line, however the buildings are set apart', () => {
  expect(writtenRows(' 1栋  2栋\n\n3栋、东门 ')).toEqual(rows);
  expect(writtenRows('1栋，2栋\r\n3栋,东门')).toEqual(rows);
  expect(rowsText(rows)).toBe('1栋 2栋\n3栋 东门');
  expect(rowsText(undefined)).toBe('');
});

test.each([
  ['a building twice', '1栋 2栋\n1栋'],
  ['a name that is a sentence', '栋'.repeat(21)],
  ['a row too long', Array.from({ length: 61 }, (_, at) => `${at}栋`).join(' ')],
  ['too many rows', Array.from({ length: 61 }, (_, at) => `${at}栋`).join('\n')],
])('%s is not taken', (_, text) => {
  expect(writtenRows(text)).toBeUndefined();
  expect(withRows(terms, text)).toBeUndefined();
});

test('what is written stands in the terms; nothing written takes them away; not touched they stay', () => {
  const set = { ...terms, buildingRows: rows };
  expect(withRows(terms, '1栋 2栋\n3栋 东门')).toEqual(set);
  expect(withRows(set, ' ')).toEqual(terms);
  expect(withRows(set, ' ')).not.toHaveProperty('buildingRows');
  expect(withRows(set, undefined)).toBe(set);
});
