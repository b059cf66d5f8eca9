import type { ImportState, StepCounts } from '../../../types/contract/setup';
import type { Instant } from '../../../types/day';
import type { Fen } from '../../../types/money';
import type { Stored } from '../../kernel/collection';
import type { Fields, Step, StepKind } from './register/step';
import type { FileProblem } from './spreadsheet';

/** One file that was handed in (导入), as it lies on disk. */
export interface ImportRecord extends Stored {
  readonly communityId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly state: ImportState;
  /** Where it was rejected as a whole. */
  readonly fileProblem?: FileProblem | 'noSheetKnown';
  /** What the check found; there once it has ended. */
  readonly findings?: ImportFindings;
  /** A conflict's row: does the file's word count, or the app's. Those not named are undecided. */
  readonly decisions?: Readonly<Record<string, 'file' | 'app'>>;
  /** Fields that were changed in the app between check and import, and left alone. */
  readonly leftOut: number;
  readonly appliedAt?: Instant;
  /** With it the community began to be seen. */
  readonly madeLive?: true;
  /** The uploaded file, the plan and the lists are there no more. */
  readonly filesRemovedAt?: Instant;
}

export interface ImportFindings {
  readonly rows: number;
  readonly problemRows: number;
  readonly problems: number;
  readonly counts: readonly StepCounts[];
  readonly unused: readonly string[];
  /** The opening figures of the file, to be held against the old books. */
  readonly openingArrears: Fen;
  readonly openingPrepaid: Fen;
  readonly openingVouchers: Fen;
  readonly hasOpening: boolean;
  readonly conflicts: number;
  readonly payee?: { readonly name: string; readonly merchantId: string };
  /** The list of problems as an xlsx. */
  readonly problemFileId?: string;
  /** Rows kept for each list. */
  readonly kept: Readonly<Record<ListKind, number>>;
  /** What is to be done, a file for each slice, and what the file states. */
  readonly planFileIds: readonly string[];
  readonly baseFileId?: string;
  /** How the community stood with its imports when this check began (`standingMark`). */
  readonly comparedWith?: string;
}

/** design.md: lists page by 20; what is kept of them lies in such pages. */
export const rowsPerPage = 20;

export type ListKind = 'problems' | 'new' | 'changed' | 'conflicts' | 'missing';

/** A row of a list, as the phone gets it: see types/contract/setup.ts. */
export interface ImportPage extends Stored {
  readonly importId: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** One step that changes something, with what is written. */
export interface PlannedStep {
  readonly step: Step;
  /** The fields to write: all of a new record's, or those that differ. */
  readonly take: Fields;
  /** What those fields said at the check; absent for a new record. */
  readonly was?: Fields;
  /** Fields that need a decision, and the conflict's id. */
  readonly conflict?: { readonly id: string; readonly fields: readonly string[] };
}

/** What an import stated, so that the next one can tell the app's changes from its own. */
export type ImportBase = readonly (readonly [kind: StepKind, key: string, fields: Fields])[];

/** Where a community stands with its imports. `_id` is the community's. */
export interface ImportStanding extends Stored {
  /** The last one that was applied; its base counts. */
  readonly applied?: { readonly importId: string; readonly baseFileId: string };
  /** The one that is being applied: one at a time. */
  readonly applying?: string;
  /** The one that was given up last, since the last one that was applied. */
  readonly givenUp?: string;
}

/** Names what the records rest on: a check is too old once it is another. */
export function standingMark(standing: ImportStanding | undefined): string | undefined {
  return standing?.givenUp ?? standing?.applied?.importId;
}
