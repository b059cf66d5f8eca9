import { fileLimits } from './fileLimits';
import { type FileProblem, UnreadableFile } from './problem';
import { readCsv } from './readCsv';
import { readXlsx } from './readXlsx';
import type { Sheet } from './sheet';

export type ReadFile =
  | { readonly kind: 'read'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'unreadable'; readonly problem: FileProblem };

const zipMark = Buffer.from([0x50, 0x4b]);
/** The container of old .xls files and of locked .xlsx files. */
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * The sheets of an xlsx or csv file; which of both it is, its first bytes say, not its name. A csv is one sheet, named as the
 * file. Never throws for what a file may hold.
 */
export function readSpreadsheet(bytes: Buffer, fileName: string): ReadFile {
  try {
    return { kind: 'read', sheets: sheetsOf(bytes, fileName) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'unreadable', problem: error.problem };
    throw error;
  }
}

function sheetsOf(bytes: Buffer, fileName: string): readonly Sheet[] {
  if (bytes.length === 0) throw new UnreadableFile('empty');
  if (bytes.length > fileLimits.fileBytes) throw new UnreadableFile('tooLarge');
  if (bytes.subarray(0, 4).equals(compoundMark)) throw new UnreadableFile('oldOrLocked');
  if (bytes.subarray(0, 2).equals(zipMark)) return readXlsx(bytes);
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isWide && bytes.includes(0)) throw new UnreadableFile('notSpreadsheet');
  const rows = readCsv(bytes);
  if (rows.length === 0) throw new UnreadableFile('empty');
  return [{ name: fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''), rows }];
}
