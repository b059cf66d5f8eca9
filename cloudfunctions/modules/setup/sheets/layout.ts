import type { Sheet, SheetRow } from '../spreadsheet';
import type { Column } from './column';
import type { RowProblem } from './problem';

/** One kind of sheet: its name and its columns by the field they fill. */
export interface SheetLayout<Row> {
  readonly name: string;
  /** Other names people give it. */
  readonly aliases: readonly string[];
  readonly columns: { readonly [F in keyof Row]-?: Column<Row[F]> };
}

/** A row that could be read, and where it stands. */
export interface ReadRow<Row> {
  readonly value: Row;
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
  /** The column of a field, where the sheet has it. */
  columnOf(field: keyof Row): number | undefined;
}

/** What a sheet has but could not be read: a problem says so of each, and nothing that only points there has another. */
export interface Unread<Row> {
  /** Rows with a wrong cell, by what could be read of them. */
  readonly rows: readonly Partial<Row>[];
  /** The heading is wrong, so no row could be read. */
  readonly isWhole: boolean;
}

export interface ReadSheet<Row> {
  readonly rows: readonly ReadRow<Row>[];
  readonly unread: Unread<Row>;
  readonly problems: readonly RowProblem[];
  /** Headings nobody reads, so that a misspelled one is noticed. */
  readonly unused: readonly string[];
  /** Rows that hold anything, the heading not counted. */
  readonly rowCount: number;
}

/** Titles and remarks may stand above the heading, so many rows of them. */
const headingWithin = 10;

/** Does the layout fit the sheet's name: the name itself, or a longer one that ends in it (`云栖苑-住户`). */
export function isNamed({ name, aliases }: SheetLayout<never>, sheetName: string): boolean {
  const bare = plainHeading(sheetName);
  return [name, ...aliases].some((one) => bare === one || bare.endsWith(one));
}

/** Reads every row by its columns. What cannot be read is told for each cell; other rows go on. */
export function readRows<Row>(sheet: Sheet, layout: SheetLayout<Row>): ReadSheet<Row> {
  const heading = findHeading(sheet, layout);
  if (!heading) return withoutHeading(sheet, layout);
  const { places, row } = heading;
  const problems = headingProblems(sheet.name, layout, heading);
  if (problems.length > 0) return unreadable(problems);
  const rows: ReadRow<Row>[] = [];
  const wrong: Partial<Row>[] = [];
  const found: RowProblem[] = [];
  let rowCount = 0;
  for (const one of sheet.rows) {
    if (one.number <= row.number || isEmpty(one, places)) continue;
    rowCount += 1;
    const read = readRow(sheet.name, one, layout, places);
    if (read.row) rows.push(read.row);
    else wrong.push(read.value);
    found.push(...read.problems);
  }
  const unread = { rows: wrong, isWhole: false };
  return { rows, unread, problems: found, unused: unusedHeadings(row, places), rowCount };
}

/** Reads one row, or says what is wrong with each of its cells. */
function readRow<Row>(
  sheet: string,
  { number, cells }: SheetRow,
  { columns }: SheetLayout<Row>,
  places: ReadonlyMap<keyof Row, number>,
): {
  readonly value: Partial<Row>;
  readonly row?: ReadRow<Row>;
  readonly problems: readonly RowProblem[];
} {
  const value: Partial<Row> = {};
  const problems: RowProblem[] = [];
  for (const field of Object.keys(columns) as (keyof Row)[]) {
    const column = columns[field];
    const at = places.get(field);
    const text = at === undefined ? '' : (cells[at] ?? '');
    if (text === '') {
      if (!column.isRequired) continue;
      const about = { title: `${column.heading}没有填`, fix: `补上${column.heading}，或删掉这一行` };
      problems.push({ sheet, row: number, cells, columns: at === undefined ? [] : [at], ...about });
      continue;
    }
    const read = column.read(text);
    if (read.ok) value[field] = read.value;
    else
      problems.push({ sheet, row: number, cells, columns: at === undefined ? [] : [at], ...read.complaint });
  }
  if (problems.length > 0) return { value, problems };
  // Every required field is there: the loop has said so of each that is not.
  const columnOf = (field: keyof Row) => places.get(field);
  return { value, row: { value: value as Row, sheet, row: number, cells, columnOf }, problems };
}

function unreadable<Row>(problems: readonly RowProblem[]): ReadSheet<Row> {
  return { rows: [], unread: { rows: [], isWhole: true }, problems, unused: [], rowCount: 0 };
}

interface Heading<Row> {
  readonly row: SheetRow;
  readonly places: ReadonlyMap<keyof Row, number>;
}

/** The row among the first that has most of the columns, at least half of the required ones. */
function findHeading<Row>(sheet: Sheet, layout: SheetLayout<Row>): Heading<Row> | undefined {
  let best: Heading<Row> | undefined;
  for (const row of sheet.rows.slice(0, headingWithin)) {
    const places = placesIn(row, layout);
    if (places.size > (best?.places.size ?? 0)) best = { row, places };
  }
  const needed = requiredFields(layout);
  const there = needed.filter((field) => best?.places.has(field)).length;
  return there * 2 >= needed.length ? best : undefined;
}

function placesIn<Row>(row: SheetRow, { columns }: SheetLayout<Row>): ReadonlyMap<keyof Row, number> {
  const places = new Map<keyof Row, number>();
  row.cells.forEach((cell, index) => {
    const text = plainHeading(cell);
    if (text === '') return;
    for (const field of Object.keys(columns) as (keyof Row)[]) {
      const { heading, aliases } = columns[field];
      if (!places.has(field) && [heading, ...aliases].map(plainHeading).includes(text)) {
        places.set(field, index);
        return;
      }
    }
  });
  return places;
}

/** Without marks of required columns, units in brackets and blanks: `建筑面积（㎡）*` is 建筑面积. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:]/g, '');
}

function requiredFields<Row>({ columns }: SheetLayout<Row>): readonly (keyof Row)[] {
  return (Object.keys(columns) as (keyof Row)[]).filter((field) => columns[field].isRequired);
}

function headingProblems<Row>(
  sheet: string,
  layout: SheetLayout<Row>,
  { row, places }: Heading<Row>,
): readonly RowProblem[] {
  return requiredFields(layout)
    .filter((field) => !places.has(field))
    .map((field) => {
      const { heading } = layout.columns[field];
      return {
        sheet,
        row: row.number,
        title: `缺少“${heading}”列`,
        fix: `在表头加上“${heading}”，每一行都填好`,
        columns: [],
        cells: row.cells,
      };
    });
}

function withoutHeading<Row>(sheet: Sheet, layout: SheetLayout<Row>): ReadSheet<Row> {
  const [first] = sheet.rows;
  // An empty sheet of a template is nothing, not a mistake.
  if (!first) return { ...unreadable([]), unread: { rows: [], isWhole: false } };
  const needed = requiredFields(layout).map((field) => layout.columns[field].heading);
  const problem: RowProblem = {
    sheet: sheet.name,
    row: first.number,
    title: '没有找到表头',
    fix: `前 ${headingWithin} 行里要有一行写着：${needed.join('、')}`,
    columns: [],
    cells: first.cells,
  };
  return unreadable([problem]);
}

function isEmpty<Row>({ cells }: SheetRow, places: ReadonlyMap<keyof Row, number>): boolean {
  return [...places.values()].every((index) => (cells[index] ?? '') === '');
}

function unusedHeadings<Row>(row: SheetRow, places: ReadonlyMap<keyof Row, number>): readonly string[] {
  const used = new Set(places.values());
  return row.cells.filter((cell, index) => cell !== '' && !used.has(index));
}
