import fc from 'fast-check';
import { readSpreadsheet } from './readSpreadsheet';

const read = (bytes: Buffer, name = '云栖苑-住户.csv') => {
  const file = readSpreadsheet(bytes, name);
  if (file.kind !== 'read') throw new Error(file.problem);
  return file.sheets;
};
const cellsOf = (text: string) => read(Buffer.from(text))[0]?.rows.map(({ cells }) => cells);

// 楼栋,姓名 / 3栋,王秀英 in GBK.
const gbk = Buffer.from('c2a5b6b02cd0d5c3fb0d0a33b6b02ccdf5d0e3d3a20d0a', 'hex');

test.each([
  ['UTF-8', Buffer.from('楼栋,姓名\n3栋,王秀英\n')],
  ['UTF-8 with its mark', Buffer.from('\ufeff楼栋,姓名\r\n3栋,王秀英')],
  ['GBK', gbk],
  ['UTF-16', Buffer.from('\ufeff楼栋\t姓名\r\n3栋\t王秀英\r\n', 'utf16le')],
  ['semicolons', Buffer.from('楼栋;姓名\r3栋;王秀英')],
])('%s', (_encoding, bytes) => {
  expect(read(bytes)).toEqual([
    {
      name: '云栖苑-住户',
      rows: [
        { number: 1, cells: ['楼栋', '姓名'] },
        { number: 2, cells: ['3栋', '王秀英'] },
      ],
    },
  ]);
});

test('quotes, breaks within them, empty rows and texts kept from becoming numbers', () => {
  expect(cellsOf('a,"b ""x"" , y",c\n\n,,\n"一\n二",="0571",\'0571\n1,2,')).toEqual([
    ['a', 'b "x" , y', 'c'],
    ['一 二', '0571', '0571'],
    ['1', '2', ''],
  ]);
});

test('any cells come back', () => {
  const cell = fc.string({ maxLength: 8 }).map((text) => `x${text.replace(/[\p{C}\p{Z}]/gu, '')}`);
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(cellsOf(text)).toEqual(rows);
      },
    ),
    { seed: 20261125, numRuns: 300 },
  );
});
