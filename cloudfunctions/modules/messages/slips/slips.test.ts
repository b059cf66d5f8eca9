import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { day, month } from '../../../../types/day';
import { fen, noFen } from '../../../../types/money';
import { period } from '../../../../types/period';
import { widthOf } from './pdf';
import { type Picture, pictureOf } from './picture';
import { printSheet, type Slip } from './slip';

const code: Picture = { width: 1, height: 1, filter: 'DCTDecode', bytes: Buffer.from([0xff, 0xd8]) };
const slip = (rows = 3, more: Partial<Slip> = {}): Slip => ({
  communityName: '云栖苑',
  place: '3栋2单元1201',
  rows: Array.from({ length: rows }, (_row, index) => ({
    itemName: `物业费${index + 1}`,
    period: period(month('2026-10'), 1),
    amount: fen(10_000 + index),
  })),
  covered: noFen,
  amount: fen(130_460),
  on: day('2026-11-10'),
  servicePhone: '0571-88880000',
  code,
  ...more,
});

/** What stands on the sheet, in reading order. */
function textOf(pdf: Buffer): string {
  const hex = [...pdf.toString('latin1').matchAll(/<([0-9a-f]+)> Tj/g)].map(([, digits]) => digits ?? '');
  return hex.map((digits) => Buffer.from(digits, 'hex').swap16().toString('utf16le')).join('|');
}

describe('a sheet of slips', () => {
  test('says where, what, how much, until when it holds, and whom to ask', () => {
    const text = textOf(printSheet([slip()]));
    for (const words of [
      '缴费通知单',
      '云栖苑　3栋2单元1201',
      '2026年11月10日',
      '物业费1',
      '2026年10月',
      '¥100.00',
    ])
      expect(text).toContain(words);
    expect(text).toContain('应缴合计|¥1,304.60');
    expect(text).toContain('服务电话 0571-88880000');
    expect(text).not.toContain('抵扣');
    expect(text).not.toMatch(/[!！]|亲/);
  });

  test('what vouchers and prepayment pay is taken off in a row of its own', () => {
    expect(textOf(printSheet([slip(3, { covered: fen(2_000) })]))).toContain('抵扣券和预存已抵|-¥20.00');
  });

  test('more rows than fit are summed, to the fen', () => {
    const text = textOf(printSheet([slip(12)]));
    const rest = Array.from({ length: 6 }, (_row, index) => 10_006 + index).reduce(
      (sum, each) => sum + each,
      0,
    );
    expect(text).toContain(`其余 6 笔|¥${(rest / 100).toFixed(2)}`);
    expect(text).not.toContain('物业费7');
  });

  test.each([
    [1, 1],
    [3, 1],
    [4, 2],
    [9, 3],
  ])('%i slips: %i sheets of paper, each object where the table says', (slips, pages) => {
    const pdf = printSheet(Array.from({ length: slips }, () => slip()));
    const text = pdf.toString('latin1');
    expect(text.match(/\/Type \/Page /g)).toHaveLength(pages);
    expect(text).toContain(`/Count ${pages} `);
    const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(table, table + 4)).toBe('xref');
    const places = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
    for (const [index, at] of places.entries())
      expect(text.slice(at, at + 12)).toContain(`${index + 1} 0 obj\n`);
    expect(text.match(/ obj\n/g)).toHaveLength(places.length);
  });

  test('letters beyond the common plane become boxes, figures keep their width', () => {
    expect(textOf(printSheet([slip(1, { place: '𠮷栋' })]))).toContain('□栋');
    expect(widthOf('12.50', 10)).toBe(25);
    expect(widthOf('物业', 10)).toBe(20);
  });
});

describe('a picture of a code', () => {
  const sizes = fc.record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) });
  const kinds = fc.constantFrom(
    { colorType: 0 as const },
    { colorType: 2 as const },
    { colorType: 6 as const },
  );

  test('PNG of any common kind and filter comes out as it looks on white', () => {
    const filters = fc.constantFrom<0 | 1 | 2 | 3 | 4>(0, 1, 2, 3, 4);
    fc.assert(
      fc.property(
        sizes,
        kinds,
        filters,
        fc.infiniteStream(fc.nat(255)),
        ({ width, height }, kind, filterType, noise) => {
          const png = new PNG({ width, height });
          for (let at = 0; at < png.data.length; at += 1) png.data[at] = Number(noise.next().value);
          if (kind.colorType === 0)
            for (let at = 0; at < png.data.length; at += 4) png.data.fill(png.data[at] ?? 0, at, at + 3);
          const bytes = PNG.sync.write(png, {
            ...kind,
            filterType,
            inputHasAlpha: true,
            bgColor: { red: 255, green: 255, blue: 255 },
          });
          const picture = pictureOf(bytes);
          expect(picture).toMatchObject({ width, height, filter: 'FlateDecode' });
          expect(inflateSync(picture?.bytes ?? Buffer.alloc(0))).toEqual(onWhite(PNG.sync.read(bytes)));
        },
      ),
      { seed: 20261110, numRuns: 100 },
    );
  });

  test('JPEG goes in as it is, with the size its frame names', () => {
    const frame = [0xff, 0xc0, 0, 17, 8, 0x01, 0xae, 0x01, 0xaf, 3, ...Array(9).fill(0)];
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, ...frame]);
    expect(pictureOf(bytes)).toEqual({ width: 431, height: 430, filter: 'DCTDecode', bytes });
    const components = 17;
    bytes[components] = 4;
    expect(pictureOf(bytes)).toBeUndefined();
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a sentence', Buffer.from('{"errcode":41030}')],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    ['half a PNG', PNG.sync.write(new PNG({ width: 9, height: 9 })).subarray(0, 45)],
  ])('%s is no picture', (_what, bytes) => {
    expect(pictureOf(bytes)).toBeUndefined();
  });
});

function onWhite({ data }: PNG): Buffer {
  const out: number[] = [];
  for (let at = 0; at < data.length; at += 4)
    for (let channel = 0; channel < 3; channel += 1) {
      const alpha = data[at + 3] ?? 255;
      out.push(Math.round(((data[at + channel] ?? 0) * alpha + 255 * (255 - alpha)) / 255));
    }
  return Buffer.from(out);
}
