import { gunzipSync } from 'node:zlib';

/** Ours: a merchant's day of more than half a million trades is none of ours. */
const longestBill = 256 * 1024 * 1024;

/**
 * A bill file as text: bytes or text, zipped or not, UTF-8 with or without its mark, or GB 18030 as older accounts get it.
 * Undefined where it cannot be read.
 */
export function billText(data: unknown): string | undefined {
  if (typeof data === 'string') return withoutMark(data);
  if (!(data instanceof Uint8Array)) return undefined;
  const bytes = unzipped(Buffer.from(data));
  return bytes && withoutMark(decoded(bytes));
}

function unzipped(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: longestBill });
  } catch {
    return undefined;
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
