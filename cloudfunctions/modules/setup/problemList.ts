import type { ImportProblem } from '../../../types/contract/setup';
import type { RowProblem } from './sheets/problem';
import { columnName, type WrittenSheet } from './spreadsheet';

/** Cells shown around the wrong ones. */
const cellsAround = 4;

/** Each wrong row as a phone shows it: the cells around, the wrong ones marked. */
export function problemViews(problems: readonly RowProblem[]): readonly ImportProblem[] {
  return problems.map(({ sheet, row, title, fix, columns, cells }) => ({
    sheet,
    row,
    title,
    fix,
    columns: columnsText(columns),
    cells: cellsOf(cells, columns),
  }));
}

/** `D`, `A–C`, `B、F` */
export function columnsText(columns: readonly number[]): string {
  const sorted = [...columns].sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  if (sorted.length > 1 && last - first === sorted.length - 1)
    return `${columnName(first)}–${columnName(last)}`;
  return sorted.map(columnName).join('、');
}

function cellsOf(cells: readonly string[], wrong: readonly number[]): ImportProblem['cells'] {
  const marked = new Set(wrong);
  const shown = new Set([...cells.keys()].filter((index) => index < cellsAround && cells[index] !== ''));
  for (const index of wrong) shown.add(index);
  return [...shown]
    .sort((a, b) => a - b)
    .map((index) => ({ text: (cells[index] ?? '').slice(0, 40), isWrong: marked.has(index) }));
}

/** All of them as a sheet to work off at a desk. */
export function problemSheet(problems: readonly RowProblem[]): WrittenSheet {
  const rows = problems.map(({ sheet, row, title, fix, columns, cells }) => {
    const wrong = columns.map((index) => cells[index] ?? '').join('、');
    return [sheet, { number: String(row) }, columnsText(columns), wrong, title, fix];
  });
  return {
    name: '要改的行',
    rows: [['工作表', '行', '列', '现在的内容', '问题', '怎么改'], ...rows],
    widths: [14, 8, 8, 24, 28, 48],
  };
}
