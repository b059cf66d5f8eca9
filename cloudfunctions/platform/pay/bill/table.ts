import type { BillProblem } from '../port';

/** One bill as a table: what stands where, not yet what it means. */
export interface BillTable {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly line: number; readonly fields: readonly string[] }[];
  /** Name of a total → its text. */
  readonly summary: ReadonlyMap<string, string>;
  readonly summaryLine: number;
}

/** Why a bill is refused, and at which line (1 is the headings; 0 the file as a whole). */
export class BillRefused extends Error {
  constructor(
    readonly problem: BillProblem,
    readonly line: number,
  ) {
    super(`${problem} at line ${line}`);
  }
}

const summaryBegins = '总交易单数';

/**
 * Headings, rows with a back-tick before every field, headings of the totals, the totals. The totals have columns of their own,
 * so they are cut off before anything is read as a row.
 */
export function readTable(text: string): BillTable {
  const lines = text.split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  if (lines.length === 0) throw new BillRefused('empty', 0);
  const headings = split(lines[0] ?? '');
  const cut = lines.findIndex((line) => split(line)[0] === summaryBegins);
  if (cut === 0 || !headings.includes('交易时间')) throw new BillRefused('headingMissing', 1);
  if (cut < 0 || lines.length < cut + 2) throw new BillRefused('summaryMissing', lines.length);
  if (lines.length > cut + 2) throw new BillRefused('summaryUnreadable', cut + 3);
  const rows = lines.slice(1, cut).map((content, index) => ({
    line: index + 2,
    fields: rowFields(content, headings.length, index + 2),
  }));
  return { headings, rows, summary: summaryOf(lines, cut), summaryLine: cut + 2 };
}

/** A product's name may hold a comma, so fields are parted by comma and back-tick. */
function rowFields(content: string, count: number, line: number): readonly string[] {
  if (!content.startsWith('`')) throw new BillRefused('fieldsMissing', line);
  const fields = content
    .slice(1)
    .split(',`')
    .map((field) => field.trim());
  if (fields.length !== count) throw new BillRefused('fieldsMissing', line);
  return fields;
}

function summaryOf(lines: readonly string[], cut: number): ReadonlyMap<string, string> {
  const names = split(lines[cut] ?? '');
  // The last total comes without its back-tick in some published bills.
  const totals = split(lines[cut + 1] ?? '');
  if (names.length !== totals.length) throw new BillRefused('summaryUnreadable', cut + 2);
  return new Map(names.map((name, index) => [name, totals[index] ?? '']));
}

function split(line: string): readonly string[] {
  return line.split(',').map((field) => field.trim().replace(/^`/, ''));
}
