import { deflateSync, inflateSync } from 'node:zlib';

/** A picture in the form a PDF takes it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** PDF's name of how `bytes` are packed: JPEG as it is, or deflated rows of RGB. */
  readonly filter: 'DCTDecode' | 'FlateDecode';
  readonly bytes: Buffer;
}

/** A mini-program code as WeChat gives it, JPEG or PNG. Undefined for anything else. */
export function pictureOf(bytes: Buffer): Picture | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegOf(bytes);
  return bytes.subarray(1, 4).toString('latin1') === 'PNG' ? pngOf(bytes) : undefined;
}

/** Height and width stand in the segment that begins a frame. */
function jpegOf(bytes: Buffer): Picture | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xc3;
    if (isFrame) {
      // Grey or CMYK would need another colour space.
      if (bytes[at + 9] !== 3) return undefined;
      const height = bytes.readUInt16BE(at + 5);
      return { width: bytes.readUInt16BE(at + 7), height, filter: 'DCTDecode', bytes };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

interface Header {
  readonly width: number;
  readonly height: number;
  /** Bytes of a pixel: 1 grey, 3 RGB, 4 RGB with transparency. */
  readonly channels: number;
}

/** 8 bits a channel, not interlaced, without a palette. */
function pngOf(bytes: Buffer): Picture | undefined {
  const chunks = chunksOf(bytes);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (!head) return undefined;
  const channels = { 0: 1, 2: 3, 6: 4 }[head[9] ?? -1];
  if (head[8] !== 8 || head[12] !== 0 || channels === undefined) return undefined;
  const header = { width: head.readUInt32BE(0), height: head.readUInt32BE(4), channels };
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    const rows = unfiltered(inflateSync(packed), header);
    const { width, height } = header;
    return { width, height, filter: 'FlateDecode', bytes: deflateSync(onWhite(rows, header)) };
  } catch {
    return undefined;
  }
}

function chunksOf(bytes: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString('latin1');
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** PNG keeps each byte as its difference from neighbours; one method for each row. */
function unfiltered(data: Buffer, { width, height, channels }: Header): Buffer {
  const stride = width * channels;
  if (data.length < (stride + 1) * height) throw new Error('too short');
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const method = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= channels ? (rows[at - channels] ?? 0) : 0;
      const up = y > 0 ? (rows[at - stride] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (rows[at - stride - channels] ?? 0) : 0;
      rows[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + predicted(method, { left, up, corner });
    }
  }
  return rows;
}

function predicted(
  method: number,
  { left, up, corner }: { readonly left: number; readonly up: number; readonly corner: number },
): number {
  if (method === 0) return 0;
  if (method === 1) return left;
  if (method === 2) return up;
  if (method === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** As it looks on paper. */
function onWhite(rows: Buffer, { width, height, channels }: Header): Buffer {
  const out = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const from = pixel * channels;
    const alpha = channels === 4 ? (rows[from + 3] ?? 255) : 255;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = rows[channels === 1 ? from : from + channel] ?? 0;
      out[pixel * 3 + channel] = Math.round((value * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return out;
}
