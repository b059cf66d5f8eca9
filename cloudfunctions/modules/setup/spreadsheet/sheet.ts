/** One row that holds anything. Cells are text as a person reads them: numbers without exponent, days as `YYYY-MM-DD`. */
export interface SheetRow {
  /** As the spreadsheet program counts, from 1. */
  readonly number: number;
  /** From column A on; an empty cell is ''. */
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** `A`, `B`, … `AA` of a column counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** What a formula shows that came to nothing; also put where a formula was saved without its result. */
export const failedFormula = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/** Text of a cell without what nobody sees: zero-width signs, direction marks, control characters, blanks around. */
export function visibleText(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[\p{Cc}\u00a0\u3000]+/gu, ' ')
    .trim();
}
