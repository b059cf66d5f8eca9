import type { ImportKind, ImportRow, StepCounts } from '../../../types/contract/setup';
import { type Fen, sumFen } from '../../../types/money';
import { type Bill, billInTheWay } from '../charging';
import type { ImportBase, PlannedStep } from './importRecord';
import { asItIs } from './records/asItIs';
import { type Comparison, compare, type FieldChange } from './records/compare';
import type { Desk } from './records/desk';
import { billedProblem, bookedProblem, changesInWords } from './records/words';
import { isPreparing, type Known } from './register/known';
import { missingRows } from './register/missing';
import type { Register } from './register/register';
import { type Fields, homeOfStep, isOpening, type Step, stepKinds } from './register/step';
import type { RowProblem } from './sheets/problem';
import type { Workbook } from './sheets/workbook';

/** What an error-free file would do, and how it differs from what is there. */
export interface ImportPlan {
  readonly planned: readonly PlannedStep[];
  readonly counts: readonly StepCounts[];
  readonly rows: { readonly [K in 'new' | 'changed' | 'conflicts' | 'missing']: readonly ImportRow[] };
  /** What this file states, for the next import to compare with. */
  readonly base: ImportBase;
  readonly problems: readonly RowProblem[];
  readonly openingArrears: Fen;
  readonly openingPrepaid: Fen;
  readonly openingVouchers: Fen;
  readonly hasOpening: boolean;
}

export interface PlanInput {
  readonly register: Register;
  readonly workbook: Workbook;
  readonly known: Known;
  /** With every document the steps look at. */
  readonly desk: Desk;
  /** What the last import stated, by `baseKey`. */
  readonly base: ReadonlyMap<string, Fields>;
  /** The bills there are of the assignments for which the file has new arrears. */
  readonly billed: readonly Bill[];
}

export function baseKey(kind: ImportKind, key: string): string {
  return `${kind} ${key}`;
}

/** Compares every step with the records. Pure. */
export function planImport({ register, workbook, known, desk, base, billed }: PlanInput): ImportPlan {
  const compared = register.steps.map((step, index): Compared => {
    const before = base.get(baseKey(step.kind, step.key));
    const now = asItIs(step, desk);
    return {
      step,
      conflictId: `${step.kind}-${index}`,
      before,
      comparison: compare(step, now, before, isPreparing(known)),
    };
  });
  const missing = missingRows(register.steps, workbook, known);
  return {
    planned: inOrder(compared.flatMap(plannedStep)),
    counts: countsOf(compared, missing),
    rows: { ...listed(compared), missing },
    base: baseRows(compared, base),
    problems: compared.flatMap((one) => problemOf(one, billed) ?? []),
    openingArrears: sumOf(register.steps, 'arrear'),
    openingPrepaid: sumOf(register.steps, 'prepaid'),
    openingVouchers: sumOf(register.steps, 'voucher'),
    hasOpening: register.steps.some(isOpening),
  };
}

interface Compared {
  readonly step: Step;
  /** Names it within its import, where it is a conflict. */
  readonly conflictId: string;
  readonly before: Fields | undefined;
  readonly comparison: Comparison;
}

/** An opening figure that the books have otherwise, or for months that are billed already. */
function problemOf({ step, comparison }: Compared, billed: readonly Bill[]): RowProblem | undefined {
  if (comparison.kind === 'booked') return bookedProblem(step, comparison.changed);
  if (comparison.kind !== 'new' || step.kind !== 'arrear') return undefined;
  const own = billed.filter(({ assignmentId }) => assignmentId === step.assignmentId);
  return billInTheWay(own, step.period) === undefined ? undefined : billedProblem(step);
}

function plannedStep({ step, conflictId, comparison }: Compared): PlannedStep[] {
  if (comparison.kind === 'new') return [{ step, take: { ...step.initial, ...step.fields } }];
  if (comparison.kind !== 'changed') return [];
  const { changed, conflicts } = comparison;
  const all = [...changed, ...conflicts];
  const conflict = { id: conflictId, fields: conflicts.map(({ field }) => field) };
  return [
    {
      step,
      take: fieldsOf(all, ({ next }) => next),
      was: fieldsOf(all, ({ now }) => now),
      ...(conflicts.length > 0 ? { conflict } : {}),
    },
  ];
}

function fieldsOf(changes: readonly FieldChange[], value: (change: FieldChange) => unknown): Fields {
  return Object.fromEntries(changes.map((change) => [change.field, value(change) ?? null]));
}

/** Items and staff first, then home by home, readings last. */
function inOrder(planned: readonly PlannedStep[]): readonly PlannedStep[] {
  const rank = ({ step }: PlannedStep) =>
    step.kind === 'reading' ? 3 : homeOfStep(step) === undefined ? 1 : 2;
  const home = ({ step }: PlannedStep) => homeOfStep(step) ?? '';
  const kind = ({ step }: PlannedStep) => stepKinds.indexOf(step.kind);
  return [...planned].sort(
    (a, b) => rank(a) - rank(b) || (home(a) < home(b) ? -1 : home(a) > home(b) ? 1 : kind(a) - kind(b)),
  );
}

function countsOf(compared: readonly Compared[], missing: readonly ImportRow[]): readonly StepCounts[] {
  const of = (kind: ImportKind, is: (comparison: Comparison) => boolean) =>
    compared.filter(({ step, comparison }) => step.kind === kind && is(comparison)).length;
  const counts = stepKinds.map((kind) => ({
    kind,
    new: of(kind, (one) => one.kind === 'new'),
    changed: of(kind, (one) => one.kind === 'changed' && one.conflicts.length === 0),
    same: of(kind, (one) => one.kind === 'same'),
    conflicts: of(kind, (one) => one.kind === 'changed' && one.conflicts.length > 0),
    missing: missing.filter((row) => row.kind === kind).length,
  }));
  return counts.filter((one) => one.new + one.changed + one.same + one.conflicts + one.missing > 0);
}

function listed(compared: readonly Compared[]): Omit<ImportPlan['rows'], 'missing'> {
  const rowOf = ({ step }: Compared, changes: ImportRow['changes']): ImportRow => {
    const { kind, label, sheet, row } = step;
    return { kind, label, sheet, row, changes };
  };
  const changed: ImportRow[] = [];
  const conflicts: ImportRow[] = [];
  const added: ImportRow[] = [];
  for (const one of compared) {
    const { comparison, step, conflictId } = one;
    if (comparison.kind === 'new') added.push(rowOf(one, []));
    if (comparison.kind !== 'changed') continue;
    if (comparison.conflicts.length === 0) changed.push(rowOf(one, changesInWords(step, comparison.changed)));
    else
      conflicts.push({
        ...rowOf(one, changesInWords(step, comparison.conflicts)),
        conflictId,
      });
  }
  return { new: added, changed, conflicts };
}

/** What the file states, over what the last one stated. A field in conflict stays as the last import left it. */
function baseRows(compared: readonly Compared[], base: PlanInput['base']): ImportBase {
  const rows = new Map<string, ImportBase[number]>();
  for (const [name, fields] of base) {
    const space = name.indexOf(' ');
    rows.set(name, [name.slice(0, space) as ImportKind, name.slice(space + 1), fields]);
  }
  for (const { step, before, comparison } of compared) {
    if (isOpening(step) || step.kind === 'reading') continue;
    const inConflict = comparison.kind === 'changed' ? comparison.conflicts.map(({ field }) => field) : [];
    const stated = Object.entries(step.fields).filter(([field]) => !inConflict.includes(field));
    const initial = comparison.kind === 'new' ? step.initial : {};
    const fields = { ...initial, ...before, ...Object.fromEntries(stated) };
    rows.set(baseKey(step.kind, step.key), [step.kind, step.key, fields]);
  }
  return [...rows.values()];
}

function sumOf(steps: readonly Step[], kind: 'arrear' | 'prepaid' | 'voucher'): Fen {
  return sumFen(steps.filter(isOpening).flatMap((step) => (step.kind === kind ? [step.amount] : [])));
}
