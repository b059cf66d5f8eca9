/** Where in the file something stands, as the person sees it there. */
export interface Spot {
  readonly sheet: string;
  /** As the spreadsheet program counts, from 1. */
  readonly row: number;
}

/** One thing to put right: what is wrong, in which columns, and how to mend it. */
export interface RowProblem extends Spot {
  /** `面积不是数字`. No full stop. */
  readonly title: string;
  /** `只填数字，单位是 ㎡：89.6` */
  readonly fix: string;
  /** Columns counted from 0, the wrong ones. Empty where the whole row or sheet is meant. */
  readonly columns: readonly number[];
  /** What stands in the row around them. */
  readonly cells: readonly string[];
}

/** What a cell or a rule finds wrong, before it is known where. */
export interface Complaint {
  readonly title: string;
  readonly fix: string;
}
