import { fileLimits } from './fileLimits';
import { columnOf, type MergedRange, mergedRange, withMergedCells } from './merged';
import { numberText } from './numberText';
import { UnreadableFile } from './problem';
import { storedText, type WorkbookParts } from './sharedParts';
import { type SheetRow, visibleText } from './sheet';
import { readXml } from './xml';

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string;
}

/** The rows of one worksheet that hold anything, by row number. Formulas count by the result that was saved with them. */
export function readSheet(bytes: Buffer, parts: WorkbookParts): readonly SheetRow[] {
  const reading = new Reading(parts);
  readXml(bytes, {
    open: (name, attributes) => reading.open(name, attributes),
    text: (text) => reading.text(text),
    close: (name) => reading.close(name),
  });
  return reading.rows();
}

class Reading {
  private readonly byNumber = new Map<number, string[]>();
  private readonly merged: MergedRange[] = [];
  private row = 0;
  private column = -1;
  private cells: string[] = [];
  private cell: OpenCell | undefined;
  private isValue = false;

  constructor(private readonly parts: WorkbookParts) {}

  open(name: string, { r, t, s, ref }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = r === undefined ? this.row + 1 : Number(r);
      this.column = -1;
      this.cells = [];
    } else if (name === 'c') {
      this.column = r === undefined ? this.column + 1 : columnOf(r);
      this.cell = {
        column: this.column,
        type: t ?? 'n',
        style: Number(s ?? 0),
        hasFormula: false,
        value: '',
      };
    } else if (name === 'f') {
      if (this.cell) this.cell.hasFormula = true;
    } else if (name === 'v' || name === 't') this.isValue = this.cell !== undefined;
    else if (name === 'mergeCell') this.merged.push(...mergedRange(ref ?? ''));
  }

  text(text: string): void {
    if (this.isValue && this.cell) this.cell.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  rows(): readonly SheetRow[] {
    withMergedCells(this.byNumber, this.merged);
    return [...this.byNumber]
      .sort(([a], [b]) => a - b)
      .map(([number, cells]) => ({ number, cells: [...cells].map((cell) => cell ?? '') }));
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = undefined;
    if (!cell || cell.column < 0 || cell.column >= fileLimits.columns) return;
    const text = this.shown(cell);
    if (text !== '') this.cells[cell.column] = text;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    if (!Number.isInteger(this.row) || this.row < 1) throw new UnreadableFile('damaged');
    if (this.byNumber.size >= fileLimits.rowsPerSheet) throw new UnreadableFile('tooManyRows');
    this.byNumber.set(this.row, this.cells);
  }

  private shown({ type, style, value, hasFormula }: OpenCell): string {
    if (value === '') return hasFormula && type !== 'str' ? '#VALUE!' : '';
    switch (type) {
      case 's':
        return visibleText(this.parts.texts[Number(value)] ?? '');
      case 'b':
        return value === '1' ? '是' : '否';
      case 'd':
        return value.slice(0, 10);
      case 'n':
        return numberText(value, this.parts.looks[style] ?? 'plain', this.parts.startsIn1904);
      default:
        return visibleText(storedText(value));
    }
  }
}
