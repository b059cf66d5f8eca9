import type { BillState, Purpose } from '../../../types/charge';
import type { Day, Instant, Month } from '../../../types/day';
import { type Fen, noFen } from '../../../types/money';
import { type DayRange, type Period, periodsOverlap, rangeOf } from '../../../types/period';
import type { Stored } from '../../kernel/collection';
import {
  assignedDays,
  assignmentProblem,
  type ChargeAssignment,
  exceptionBounds,
  reductionOf,
  reductionOn,
  type Subject,
} from './assignment';
import { type BillLine, type Charge, sumOfLines } from './billLine';
import { type ChargeItem, dueDay } from './chargeItem';
import { flatCharges } from './flatCharges';
import type { LateFeeTerms } from './lateFee';
import { meterCharges } from './meterCharges';
import { type Meter, type MeterPosition, meterUse, type Reading } from './meterUse';
import { type Unbillable, unbillable } from './unbillable';

/** A bill (账单) as it lies on disk: one assignment for one period. `_id` is assignment·first month·revision. */
export interface Bill extends Stored {
  readonly communityId: string;
  readonly homeId: string;
  readonly assignmentId: string;
  readonly chargeItemId: string;
  readonly payeeId: string;
  readonly itemName: string;
  readonly purpose: Purpose;
  readonly liablePartyId: string;
  readonly subject?: Subject;
  readonly period: Period;
  /** 1, then one more for every reissue. */
  readonly revision: number;
  /** The days it is really for; a meter's are those between its readings. */
  readonly range: DayRange;
  readonly lines: readonly BillLine[];
  /** The sum of its lines; always. */
  readonly amount: Fen;
  /** What was credited to it, late fees not counted. */
  readonly credited: Fen;
  readonly dueOn: Day;
  readonly lateFee?: LateFeeTerms;
  readonly state: BillState;
  /** Where the meter's next bill begins. */
  readonly position?: MeterPosition;
  /** What the meter showed where the use begins. */
  readonly beganAt?: Reading;
  /** Brought in from the old books: it stands against 期初余额, not against income, and cannot be made anew. */
  readonly origin?: 'opening';
  readonly question?: BillQuestion;
  /** When the question was asked. */
  readonly questionedAt?: Instant;
  /** Why it was voided or reissued, and by which bill it is followed. */
  readonly closing?: { readonly reason: string; readonly followedBy?: string };
}

/** What somebody asked about a bill (账单疑问), and what they were told. */
export interface BillQuestion {
  readonly text: string;
  readonly by: string;
  readonly answer?: string;
  readonly answeredAt?: Instant;
}

export function billId(assignmentId: string, first: Month, revision: number): string {
  return `${assignmentId}·${first}·${revision}`;
}

/** All that a bill is made of. The same input gives the same bill, whenever and however often it is made. */
export interface BillSource {
  readonly item: ChargeItem;
  readonly assignment: ChargeAssignment;
  readonly period: Period;
  readonly revision: number;
  /** The home's area in 1/100 ㎡; undefined where the register has none. */
  readonly area?: number;
  readonly meter?: Meter;
}

export type Billing =
  | { readonly kind: 'made'; readonly bill: Omit<Bill, 'version'> }
  /** The assignment does not hold on any day of the period. */
  | { readonly kind: 'nothing' }
  | Unbillable;

/** Makes one bill, as a draft (C1). Billed whole or not at all: what keeps it from being billed is named. */
export function makeBill(source: BillSource): Billing {
  const { item, assignment, period } = source;
  const range = assignedDays(assignment, rangeOf(period));
  if (!range) return { kind: 'nothing' };
  const problem = assignmentProblem(assignment, item.method);
  if (problem === 'subjectMissing') return unbillable('subjectMissing');
  if (problem) return unbillable('assignmentUnsound');
  const priced = item.method === 'meter' ? pricedByMeter(source) : pricedFlat(source, range);
  if (priced.kind === 'unbillable') return priced;
  const lines = numbered(priced.charges, assignment);
  return {
    kind: 'made',
    bill: {
      _id: billId(assignment._id, period.first, source.revision),
      communityId: assignment.communityId,
      homeId: assignment.homeId,
      assignmentId: assignment._id,
      chargeItemId: item._id,
      payeeId: item.payeeId,
      itemName: item.name,
      purpose: item.purpose,
      liablePartyId: assignment.liablePartyId,
      ...(assignment.subject ? { subject: assignment.subject } : {}),
      period,
      revision: source.revision,
      range: priced.range,
      lines,
      amount: sumOfLines(lines),
      credited: noFen,
      dueOn: dueDay(item.due, period),
      ...(assignment.lateFee ? { lateFee: assignment.lateFee } : {}),
      state: 'draft',
      ...priced.metered,
    },
  };
}

interface Priced {
  readonly kind: 'priced';
  readonly charges: readonly Charge[];
  readonly range: DayRange;
  readonly metered?: Pick<Bill, 'position' | 'beganAt'>;
}

function pricedFlat({ item, assignment, period, area }: BillSource, range: DayRange): Priced | Unbillable {
  const count = assignment.count ?? 1;
  if (item.method === 'area' && !(area !== undefined && Number.isSafeInteger(area) && area > 0)) {
    return unbillable('areaMissing');
  }
  const quantity =
    item.method === 'area' ? { units: (area ?? 0) * count, decimals: 2 } : { units: count, decimals: 0 };
  const use = { period, range, quantity, unit: item.unit, text: item.name };
  const charges = flatCharges(use, item.tariffs, assignment);
  return 'kind' in charges ? charges : { kind: 'priced', charges, range };
}

function pricedByMeter({ item, assignment, period, meter }: BillSource): Priced | Unbillable {
  if (!meter) return unbillable('subjectMissing');
  const use = meterUse(meter, rangeOf(period), assignment);
  if (use.kind === 'unbillable') return use;
  const charged = meterCharges(use, meter.position, {
    versions: item.tariffs,
    bounds: exceptionBounds(assignment.exceptions),
    text: item.name,
    unit: item.unit,
    decimals: item.meterDecimals,
  });
  if (charged.kind === 'unbillable') return charged;
  const { charges, position } = charged;
  return { kind: 'priced', charges, range: use.billed, metered: { position, beganAt: use.opening } };
}

/** Charge lines with what the contract takes off each of them right behind. */
function numbered(charges: readonly Charge[], { exceptions }: ChargeAssignment): readonly BillLine[] {
  const lines: BillLine[] = [];
  for (const charge of charges) {
    const no = lines.length + 1;
    lines.push({ no, kind: 'charge', ...charge });
    const reduction = reductionOn(exceptions, charge.range.from);
    if (!reduction) continue;
    lines.push({
      no: no + 1,
      kind: 'reduction',
      against: no,
      text: reduction.kind === 'vacancy' ? '空置折扣' : '减免',
      range: charge.range,
      permille: reduction.permille,
      basis: reduction.reason,
      amount: reductionOf(charge.amount, reduction),
    });
  }
  return lines;
}

/** A bill of the same assignment that is in force for some of these months: another one must not be made beside it. */
export function billInTheWay(
  bills: readonly Pick<Bill, '_id' | 'period' | 'state'>[],
  period: Period,
): string | undefined {
  const inForce = bills.filter(({ state }) => state !== 'void' && state !== 'reissued');
  return inForce.find((bill) => periodsOverlap(bill.period, period))?._id;
}
