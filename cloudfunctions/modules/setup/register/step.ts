import type { Day } from '../../../../types/day';
import type { Fen } from '../../../../types/money';
import type { Period } from '../../../../types/period';
import type { Place } from '../../../../types/place';
import type { Relation } from '../../../../types/role';
import type { Subject } from '../../charging';

/** Plain data: what a field of a record says. */
export type Fields = Readonly<Record<string, unknown>>;

interface Common {
  /** What it is about, unique within its kind; follows from the row. */
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  /** How a person finds it again: `3栋2单元1201`, `王秀英`. */
  readonly label: string;
  /** What the file states. A field it does not state is left as it is. */
  readonly fields: Fields;
  /** What a new record has where the file states nothing. */
  readonly initial: Fields;
}

export interface HomeStep extends Common {
  readonly kind: 'home';
  readonly homeId: string;
  readonly place: Place;
}

export interface TenureStep extends Common {
  readonly kind: 'tenure';
  readonly homeId: string;
  readonly place: Place;
  readonly tenureId: string;
  readonly residentId: string;
  readonly name: string;
  readonly relation: Relation;
}

export interface StaffStep extends Common {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly phone: string;
}

export interface ItemStep extends Common {
  readonly kind: 'item';
  readonly itemId: string;
  readonly name: string;
}

export interface MeterStep extends Common {
  readonly kind: 'meter';
  readonly homeId: string;
  readonly meterId: string;
  readonly serial: string;
}

export interface AssignmentStep extends Common {
  readonly kind: 'assignment';
  readonly homeId: string;
  readonly assignmentId: string;
  readonly itemId: string;
  readonly subject?: Subject;
}

/** What was owed before: becomes a published bill of one line, an open bill of the home, and a journal. */
export interface ArrearStep extends Common {
  readonly kind: 'arrear';
  readonly homeId: string;
  readonly assignmentId: string;
  readonly itemId: string;
  readonly partyId: string;
  readonly subject?: Subject;
  readonly period: Period;
  readonly amount: Fen;
}

export interface PrepaidStep extends Common {
  readonly kind: 'prepaid';
  readonly homeId: string;
  readonly partyId: string;
  readonly amount: Fen;
}

/** What is left of a voucher of the old books. */
export interface VoucherStep extends Common {
  readonly kind: 'voucher';
  readonly homeId: string;
  readonly amount: Fen;
  readonly expiresOn: Day;
  readonly reason: string;
}

export interface ReadingStep extends Common {
  readonly kind: 'reading';
  readonly meterId: string;
  readonly day: Day;
}

export type Step =
  | HomeStep
  | TenureStep
  | StaffStep
  | ItemStep
  | MeterStep
  | AssignmentStep
  | ArrearStep
  | PrepaidStep
  | VoucherStep
  | ReadingStep;
export type StepKind = Step['kind'];

/** In the order they are brought in. Those of one home stay together. */
export const stepKinds: readonly StepKind[] = [
  'item',
  'staff',
  'home',
  'tenure',
  'meter',
  'assignment',
  'arrear',
  'prepaid',
  'voucher',
  'reading',
];

/** A figure of the old books: held against them, booked once, never changed by an import again. */
export function isOpening(step: Step): step is ArrearStep | PrepaidStep | VoucherStep {
  return step.kind === 'arrear' || step.kind === 'prepaid' || step.kind === 'voucher';
}

/** The home a step belongs to: its steps touch the same documents and are done together. */
export function homeOfStep(step: Step): string | undefined {
  return 'homeId' in step ? step.homeId : undefined;
}
