import fc from 'fast-check';
import { readSpreadsheet } from './readSpreadsheet';
import { handMade } from './testing/files';
import { writeXlsx } from './writeXlsx';
import { openZip, writeZip } from './zip';

const sheetsOf = (bytes: Buffer, name = '表.xlsx') => {
  const file = readSpreadsheet(bytes, name);
  if (file.kind !== 'read') throw new Error(file.problem);
  return file.sheets;
};
const cellsOf = (bytes: Buffer) => sheetsOf(bytes)[0]?.rows.map(({ cells }) => cells);
const problemOf = (bytes: Buffer, name = '表.xlsx') => {
  const file = readSpreadsheet(bytes, name);
  return file.kind === 'unreadable' ? file.problem : undefined;
};
const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;

describe('what we write we read', () => {
  test('texts and numbers of any kind, in their places', () => {
    const shown = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => `字${text.replace(/[\p{C}\p{Z}]/gu, '')}`);
    const number = fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 99 }))
      .map(([whole, cents]) => ({ number: `${whole}.${String(cents).padStart(2, '0')}` }));
    const cell = fc.oneof(shown, number, fc.constant(''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const [read] = sheetsOf(writeXlsx([{ name: '任意', rows }]));
        const expected = rows.flatMap((cells, index) => {
          const texts = cells.map((one) =>
            typeof one === 'string' ? one : one.number.replace(/\.?0+$/, ''),
          );
          while (texts.at(-1) === '') texts.pop();
          return texts.length > 0 ? [{ number: index + 1, cells: texts }] : [];
        });
        expect(read).toEqual({ name: '任意', rows: expected });
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });

  test('the same sheets make the same bytes', () => {
    const sheets = [{ name: 'a/b', rows: [['楼栋', { number: '1.50' }]] }];
    expect(writeXlsx(sheets)).toEqual(writeXlsx(sheets));
    expect(sheetsOf(writeXlsx(sheets))[0]?.name).toBe('a b');
  });

  test('what begins like a formula stays a text', () => {
    expect(cellsOf(writeXlsx([{ name: 's', rows: [['=1+1', '<b>&"']] }]))).toEqual([['=1+1', '<b>&"']]);
  });

  test('an amount is shown with both decimals, and read as it was written', () => {
    const bytes = writeXlsx([
      { name: 's', rows: [[{ number: '1234.50', isAmount: true }, { number: '7' }]] },
    ]);
    const part = (name: string) => openZip(bytes).read(name)?.toString() ?? '';
    expect(part('xl/worksheets/sheet1.xml')).toContain(
      '<c r="A1" s="3"><v>1234.50</v></c><c r="B1"><v>7</v></c>',
    );
    const [, formats = ''] = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(part('xl/styles.xml')) ?? [];
    // 2 is the built-in format 0.00.
    expect(formats.split('<xf ')[4]).toContain('numFmtId="2"');
    expect(cellsOf(bytes)).toEqual([['1234.5', '7']]);
  });

  test('only digits pass for a number', () => {
    expect(() => writeXlsx([{ name: 's', rows: [[{ number: '1e5' }]] }])).toThrow('no number');
  });
});

describe('what spreadsheet programs write', () => {
  test('shared texts, also in parts and with reading aids', () => {
    const texts = '<si><t>楼</t></si><si><r><t>3</t></r><r><t>栋</t></r><rPh><t>dòng</t></rPh></si>';
    const sheet = row('<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>');
    expect(cellsOf(handMade({ sheet, texts }))).toEqual([['楼', '', '3栋']]);
  });

  test.each([
    ['89.600000000000009', '89.6'],
    ['13857120001', '13857120001'],
    ['1.3857120001E10', '13857120001'],
    ['5.0000000000000001E-4', '0.0005'],
    ['0.1', '0.1'],
    ['-12', '-12'],
    ['0', '0'],
    ['100', '100'],
  ])('the number %s is shown as %s', (stored, shown) => {
    expect(cellsOf(handMade({ sheet: row(`<c r="A1"><v>${stored}</v></c>`) }))).toEqual([[shown]]);
  });

  test('days and percentages by their style, in both calendars', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="&quot;day&quot;0"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/><xf numFmtId="166"/></cellXfs>';
    const cells = ['1', '2', '3', '4', '5']
      .map(
        (style, index) =>
          `<c r="${'ABCDE'[index]}1" s="${style}"><v>${style === '3' ? '0.3' : '46327.5'}</v></c>`,
      )
      .join('');
    expect(cellsOf(handMade({ sheet: row(cells), styles }))).toEqual([
      ['2026-11-01', '2026-11-01', '30%', '2026-11-01', '46327.5'],
    ]);
    const since1904 = handMade({
      sheet: row('<c r="A1" s="1"><v>44865</v></c>'),
      styles,
      workbook: '<workbookPr date1904="1"/>',
    });
    expect(cellsOf(since1904)).toEqual([['2026-11-01']]);
  });

  test('formulas count by their saved result; failed ones and ones without a result are named', () => {
    const sheet = row(
      '<c r="A1"><f>B1*2</f><v>178.2</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><f>A1</f></c><c r="D1" t="str"><f>"a"</f><v>a</v></c><c r="E1" t="b"><v>1</v></c>',
    );
    expect(cellsOf(handMade({ sheet }))).toEqual([['178.2', '#DIV/0!', '#VALUE!', 'a', '是']]);
  });

  test('a merged cell counts for each of its rows, and makes none', () => {
    const sheet =
      '<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>3栋</t></is></c><c r="B2"><v>101</v></c></row><row r="3"><c r="B3"><v>102</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A1048576"/><mergeCell ref="bad"/></mergeCells>';
    expect(sheetsOf(handMade({ sheet }))[0]?.rows).toEqual([
      { number: 2, cells: ['3栋', '101'] },
      { number: 3, cells: ['3栋', '102'] },
    ]);
  });

  test('what nobody sees is not there', () => {
    const sheet = row(
      '<c r="A1" t="inlineStr"><is><t>\u200b 王_x000D_秀英\u00a0</t></is></c><c r="B1" t="inlineStr"><is><t> </t></is></c>',
    );
    expect(cellsOf(handMade({ sheet }))).toEqual([['王 秀英']]);
  });

  test('rows and cells without their place follow one another; far columns are passed over', () => {
    const sheet =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c r="ZZZ2"><v>9</v></c><c r="A2"><v>3</v></c></row></sheetData>';
    expect(cellsOf(handMade({ sheet }))).toEqual([['1', '2'], ['3']]);
  });
});

describe('files that are none', () => {
  const good = writeXlsx([{ name: 's', rows: [['a']] }]);
  const withPart = (name: string, content: string) =>
    writeZip([
      ...openZip(good)
        .names.filter((one) => one !== name)
        .map((one) => [one, String(openZip(good).read(one))] as const),
      [name, content],
    ]);

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blanks', Buffer.from(' \n \n'), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'notSpreadsheet'],
    ['an old xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'oldOrLocked'],
    ['half a file', good.subarray(0, good.length >> 1), 'damaged'],
    ['a zip of something else', writeZip([['word/document.xml', '<a/>']]), 'notSpreadsheet'],
    ['broken XML', withPart('xl/workbook.xml', '<workbook><sheets>'), 'damaged'],
    ['a DOCTYPE', withPart('xl/workbook.xml', '<!DOCTYPE a [<!ENTITY x "y">]><workbook/>'), 'damaged'],
    ['11 MB', Buffer.alloc(11 * 1024 * 1024, 'a'), 'tooLarge'],
    ['binary that is no text', Buffer.from([0x81, 0xff, 0xff, 0x20]), 'unknownEncoding'],
    ['an open quote', Buffer.from('a,b\n"c,d\n'), 'openQuote'],
    ['more rows than 100000', Buffer.from('a\n'.repeat(100_001)), 'tooManyRows'],
    [
      'more sheets than 40',
      writeXlsx(Array.from({ length: 41 }, (_, index) => ({ name: `${index}`, rows: [['a']] }))),
      'tooManySheets',
    ],
  ])('%s', (_what, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });

  test('a bomb is not unpacked beyond its limit, whatever it says of its size', () => {
    const bomb = writeZip([['xl/workbook.xml', ' '.repeat(65 * 1024 * 1024)]]);
    bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    expect(bomb.length).toBeLessThan(100_000);
    expect(problemOf(bomb)).toBe('unpacksTooLarge');
  });

  test('a locked part', () => {
    const locked = Buffer.from(good);
    const entry = Buffer.from([0x50, 0x4b, 1, 2]);
    for (let at = locked.indexOf(entry); at > 0; at = locked.indexOf(entry, at + 1)) locked[at + 8] = 9;
    expect(problemOf(locked)).toBe('oldOrLocked');
  });

  test('bytes gone wrong anywhere are an answer, never a crash', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (hits) => {
          const hurt = Buffer.from(good);
          for (const [at, value] of hits) hurt[at] = value;
          expect(['read', 'unreadable']).toContain(readSpreadsheet(hurt, 'x.xlsx').kind);
        },
      ),
      { seed: 20261124, numRuns: 1500 },
    );
  });
});
