import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';

/** All that is written on a printed sheet, piece by piece, parted by `|`. */
export function textOfSlips(pdf: Buffer): string {
  const hex = [...pdf.toString('latin1').matchAll(/<([0-9a-f]+)> Tj/g)].map(([, digits]) => digits ?? '');
  return hex.map((digits) => Buffer.from(digits, 'hex').swap16().toString('utf16le')).join('|');
}

/** What a phone reads from the first code of a sheet; empty where it can read none. Throws where there is no picture. */
export function codeOfSlips(pdf: Buffer): string {
  const head = /\/Width (\d+) \/Height (\d+)[^>]*\/Length (\d+) >>\nstream\n/.exec(pdf.toString('latin1'));
  if (!head) throw new Error('no picture');
  const [width = 0, height = 0, length = 0] = head.slice(1).map(Number);
  const begin = head.index + head[0].length;
  const rgb = inflateSync(pdf.subarray(begin, begin + length));
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < 3; channel += 1)
      pixels[pixel * 4 + channel] = rgb[pixel * 3 + channel] ?? 0;
  return jsQR(pixels, width, height)?.data ?? '';
}
