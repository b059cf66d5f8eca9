import type { ServiceTerms } from '../../../../types/contract/ticketDesks';

type Rows = NonNullable<ServiceTerms['buildingRows']>;

const longestName = 20;
const mostInRow = 60;
const mostRows = 60;

/** One row a line, a space between two buildings. */
export function rowsText(rows: Rows = []): string {
  return rows.map((row) => row.join(' ')).join('\n');
}

/** The rows that are written so; undefined where a building stands twice, or there is more than a community has. */
export function writtenRows(text: string): Rows | undefined {
  const rows = text
    .split('\n')
    .map((line) => line.split(/[\s、，,]+/).filter((name) => name !== ''))
    .filter((row) => row.length > 0);
  const names = rows.flat();
  const isSound =
    new Set(names).size === names.length &&
    names.every(({ length }) => length <= longestName) &&
    rows.length <= mostRows &&
    rows.every(({ length }) => length <= mostInRow);
  return isSound ? rows : undefined;
}

/** The terms with the rows that were written, if any were; undefined where they are none. Nothing written is nothing known. */
export function withRows(terms: ServiceTerms, text: string | undefined): ServiceTerms | undefined {
  if (text === undefined) return terms;
  const rows = writtenRows(text);
  if (rows === undefined) return undefined;
  const { buildingRows: _before, ...others } = terms;
  return rows.length === 0 ? others : { ...others, buildingRows: rows };
}
