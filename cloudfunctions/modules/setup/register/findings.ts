import type { ReadRow } from '../sheets/layout';
import type { Complaint, RowProblem } from '../sheets/problem';

/** Gathers what is wrong across rows and sheets. */
export class Findings {
  readonly problems: RowProblem[] = [];

  /** The fields whose cells are wrong; none for the whole row. */
  add<Row>(at: ReadRow<Row>, { title, fix }: Complaint, ...fields: readonly (keyof Row)[]): void {
    const columns = fields.flatMap((field) => at.columnOf(field) ?? []);
    this.problems.push({ sheet: at.sheet, row: at.row, cells: at.cells, columns, title, fix });
  }

  /** Rows of one key: keeps the first, names it to the others. */
  unique<Row>(
    rows: readonly ReadRow<Row>[],
    keyOf: (row: Row) => string,
    complaint: (first: ReadRow<Row>) => Complaint,
    ...fields: readonly (keyof Row)[]
  ): readonly ReadRow<Row>[] {
    const seen = new Map<string, ReadRow<Row>>();
    for (const row of rows) {
      const key = keyOf(row.value);
      const first = seen.get(key);
      if (first) this.add(row, complaint(first), ...fields);
      else seen.set(key, row);
    }
    return [...seen.values()];
  }
}

/** `第 96 行`, with the sheet's name where it is another one. */
export function rowName<Row>(of: ReadRow<Row>, from: { readonly sheet: string }): string {
  return of.sheet === from.sheet ? `第 ${of.row} 行` : `“${of.sheet}”第 ${of.row} 行`;
}
