import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fileLimits } from './fileLimits';
import { UnreadableFile } from './problem';

interface Entry {
  readonly method: number;
  readonly isLocked: boolean;
  readonly packed: number;
  readonly offset: number;
}

/** A zip whose parts are unpacked when asked for, never beyond the limits of `fileLimits`. */
export interface Zip {
  readonly names: readonly string[];
  /** Undefined where there is no such part. Throws `UnreadableFile`: damaged, oldOrLocked, unpacksTooLarge. */
  read(name: string): Buffer | undefined;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** The end record with the longest comment it can have. */
const endReach = 22 + 0xffff;

/** Reads the directory of a zip. Throws `UnreadableFile`: damaged, unpacksTooLarge (more parts than any workbook has). */
export function openZip(bytes: Buffer): Zip {
  const entries = guarded(() => directoryOf(bytes));
  let left: number = fileLimits.allBytes;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const part = guarded(() => unpacked(bytes, entry, Math.min(left, fileLimits.partBytes)));
      left -= part.length;
      return part;
    },
  };
}

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > fileLimits.parts) throw new UnreadableFile('unpacksTooLarge');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new UnreadableFile('damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      isLocked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endRecord(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - endReach);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) if (bytes.readUInt32LE(at) === endMark) return at;
  throw new UnreadableFile('damaged');
}

/** What a part says of its own size is not believed: unpacking stops at `most`. */
function unpacked(bytes: Buffer, { method, isLocked, packed, offset }: Entry, most: number): Buffer {
  if (isLocked) throw new UnreadableFile('oldOrLocked');
  if (bytes.readUInt32LE(offset) !== localMark) throw new UnreadableFile('damaged');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw new UnreadableFile('damaged');
  const body = bytes.subarray(start, start + packed);
  if (method === 0 && packed <= most) return body;
  if (method === 8 && most > 0) return inflateRawSync(body, { maxOutputLength: most });
  throw new UnreadableFile(method === 0 || method === 8 ? 'unpacksTooLarge' : 'damaged');
}

/** Node's own complaints about bytes, as ours. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const { code } = error as { code?: string };
    throw new UnreadableFile(code === 'ERR_BUFFER_TOO_LARGE' ? 'unpacksTooLarge' : 'damaged');
  }
}

/** 1980-01-01: the same parts make the same bytes on any day. */
const noDate = 0x00210000;

/** Packs parts in their order. */
export function writeZip(parts: readonly (readonly [name: string, content: string])[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x0800, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(noDate, 6);
    about.writeUInt32LE(checksum(plain), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(plain.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(mark(entryMark), Buffer.from([20, 0]), about, place, Buffer.from(name));
    const local = Buffer.concat([mark(localMark), about, Buffer.from(name), packed]);
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, mark(endMark), end]);
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const checksumTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32; `zlib.crc32` is not in WeChat Cloud's Node. */
function checksum(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (checksumTable[(value ^ byte) & 0xff] as number) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
