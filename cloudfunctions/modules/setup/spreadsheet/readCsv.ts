import { TextDecoder } from 'node:util';
import { fileLimits } from './fileLimits';
import { UnreadableFile } from './problem';
import { type SheetRow, visibleText } from './sheet';

/** The rows of a csv in UTF-8, UTF-16 or GB18030 (GBK), parted by commas, semicolons or tabs. Throws `UnreadableFile`. */
export function readCsv(bytes: Buffer): readonly SheetRow[] {
  const text = decoded(bytes);
  const rows: SheetRow[] = [];
  let number = 0;
  for (const record of records(text, separatorOf(text))) {
    number += 1;
    const cells = record.slice(0, fileLimits.columns).map(csvCell);
    if (cells.every((cell) => cell === '')) continue;
    if (rows.length >= fileLimits.rowsPerSheet) throw new UnreadableFile('tooManyRows');
    rows.push({ number, cells });
  }
  return rows;
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  throw new UnreadableFile('unknownEncoding');
}

/** The one of which the first line has most. */
function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const count = (sign: string) => line.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Splits records as RFC 4180 has them; a quoted cell may hold line breaks. Numbers are of records, not of lines. */
function* records(text: string, separator: string): Generator<string[]> {
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, next] = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    record.push(cell);
    at = next;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) record.push('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    yield record;
    record = [];
  }
  if (record.length > 0) yield record;
}

function plain(text: string, from: number, separator: string): [string, number] {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return [text.slice(from, at), at];
}

/** A cell from its opening quote on; what stands behind the closing one up to the next separator belongs to nobody. */
function quoted(text: string, from: number): [string, number] {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) throw new UnreadableFile('openQuote');
    cell += text.slice(at, end);
    if (text[end + 1] !== '"') return [cell, end + 1];
    cell += '"';
    at = end + 2;
  }
}

/** Some programs write `="0571"` or `'0571` to keep a text from becoming a number. */
function csvCell(text: string): string {
  const kept = /^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^\t?'(?=\d)/, '');
  return visibleText(kept.slice(0, fileLimits.textLength));
}
