import * as z from 'zod/mini';
import type { Fen } from '../money';
import { declareChanging, declareReading } from './declare';
import { cursor, id, unsignedAmount } from './fields';

/**
 * checking → rejected (nothing can be imported: the file cannot be read, or rows are wrong) | checked → applying → applied. Nothing is
 * written before `applying`; from there it only goes on, but for a community's first one: applying → undoing → givenUp takes all of it
 * out again. One that nobody applies in 30 days is given up too.
 */
export type ImportState =
  | 'checking'
  | 'rejected'
  | 'checked'
  | 'applying'
  | 'applied'
  | 'undoing'
  | 'givenUp';

/** What a row is about. */
export type ImportKind =
  | 'home'
  | 'tenure'
  | 'staff'
  | 'item'
  | 'meter'
  | 'assignment'
  | 'arrear'
  | 'prepaid'
  | 'voucher'
  | 'reading';

export interface StepCounts {
  readonly kind: ImportKind;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** On record, in a sheet the file has, but not in the file: left as it is. */
  readonly missing: number;
  readonly conflicts: number;
}

/** One import (导入), as its page shows it. */
export interface ImportView {
  readonly importId: string;
  readonly communityId: string;
  readonly fileName: string;
  readonly askedAt: number;
  readonly state: ImportState;
  /** Why the file as a whole cannot be read, as a sentence. */
  readonly fileProblem?: string;
  /** Rows of the file; of these, how many are wrong, and how many things are wrong with them. */
  readonly rows: number;
  readonly problemRows: number;
  readonly problems: number;
  readonly counts: readonly StepCounts[];
  /** Sheets and columns nobody reads. */
  readonly unused: readonly string[];
  /** Opening figures in the file: the person states the old books' totals before anything is written. */
  readonly opening?: { readonly arrears: Fen; readonly prepaid: Fen; readonly vouchers?: Fen };
  /** Conflicts that still need a decision. */
  readonly undecided: number;
  /** Is it the community's first: homes become visible at its end. */
  readonly isFirst: boolean;
  /** While it is applied or undone: parts done, and all of them. */
  readonly progress?: { readonly done: number; readonly all: number };
  /** Work on it has failed too often: hand the file in again, or (while `applying`) apply it again, which goes on. */
  readonly isStuck?: true;
  /** Fields changed in the app between check and import, and left as they are. */
  readonly leftOut: number;
  readonly appliedAt?: number;
  /** The file and its lists were removed: 30 days after it was applied or given up. */
  readonly areFilesGone?: true;
  /** A link to the list of wrong rows as an xlsx, good for some minutes. */
  readonly problemList?: string;
}

/** A wrong row: the cells around, the wrong ones marked, and how to mend it. */
export interface ImportProblem {
  readonly sheet: string;
  readonly row: number;
  /** `D`, `A–C`; empty where the whole row is meant. */
  readonly columns: string;
  readonly title: string;
  readonly fix: string;
  readonly cells: readonly { readonly text: string; readonly isWrong: boolean }[];
}

/** A row of another list. */
export interface ImportRow {
  readonly kind: ImportKind;
  /** `3栋2单元1201 王秀英（业主）` */
  readonly label: string;
  /** Absent for what is missing from the file. */
  readonly sheet?: string;
  readonly row?: number;
  /** Names a conflict to `decideConflicts`. */
  readonly conflictId?: string;
  /** What changes, in words people read. */
  readonly changes: readonly { readonly field: string; readonly now: string; readonly next: string }[];
  readonly decision?: 'file' | 'app';
}

export interface ImportRowPage {
  readonly problems: readonly ImportProblem[];
  readonly rows: readonly ImportRow[];
  readonly next?: string;
}

export interface ImportPageView {
  readonly imports: readonly ImportView[];
  readonly next?: string;
}

const ofImport = z.strictObject({ importId: id });
const word = z.enum(['file', 'app']);

/** Row G6. For finance and customer service. */
export const setupContract = {
  /** The file was uploaded before, under `imports/<communityId>/`. Answers at once; the check follows within a minute. */
  'setup.checkImport': declareChanging<ImportView>()(
    z.strictObject({
      communityId: id,
      fileId: z.string().check(z.regex(/^cloud:\/\/[^\s]+$/), z.maxLength(900)),
      fileName: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
    }),
  ),
  'setup.seeImport': declareReading<ImportView>()(ofImport),
  'setup.importRows': declareReading<ImportRowPage>()(
    z.strictObject({
      importId: id,
      which: z.enum(['problems', 'new', 'changed', 'conflicts', 'missing']),
      after: cursor,
    }),
  ),
  'setup.listImports': declareReading<ImportPageView>()(z.strictObject({ communityId: id, after: cursor })),
  /** For the named conflicts, or for all that are undecided: does the file's word count, or the app's. */
  'setup.decideConflicts': declareChanging<ImportView>()(
    z.strictObject({
      importId: id,
      take: word,
      conflictIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(100))),
    }),
  ),
  /** `opening`: the old books' totals in fen, where the file has opening figures. */
  'setup.applyImport': declareChanging<ImportView>()(
    z.strictObject({
      importId: id,
      opening: z.optional(
        z.strictObject({
          arrears: unsignedAmount,
          prepaid: unsignedAmount,
          vouchers: z.optional(unsignedAmount),
        }),
      ),
    }),
  ),
  /** Takes a community's first import out again, as far as it came. Answers at once; the work follows. */
  'setup.giveUpImport': declareChanging<ImportView>()(ofImport),
} as const;
