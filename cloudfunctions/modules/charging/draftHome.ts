import { fen } from '../../../types/money';
import type { Period } from '../../../types/period';
import { type Place, placeName } from '../../../types/place';
import type { ChargeAssignment } from './assignment';
import { type Bill, type Billing, billInTheWay, makeBill } from './bill';
import { addTallies, type BillRun, type BillRunRecord, noTally, type Tally, tallyOf } from './billRun';
import type { ChargeItem } from './chargeItem';
import type { Meter, MeterPosition, Reading } from './meterUse';
import { type OutlierRule, outlierOf } from './outlier';
import { type Unbillable, unbillable } from './unbillable';

export type Draft = Omit<Bill, 'version'>;
export type RunRecord = Omit<BillRunRecord, 'version'>;

/** A meter with where it was billed last, and its readings since. */
export interface MeterData {
  readonly multiplier: number;
  readonly start: MeterPosition;
  readonly readings: readonly Reading[];
}

/** All that the bills of one home are made of. */
export interface HomeData {
  readonly home: { readonly _id: string; readonly place: Place; readonly area: number };
  /** Those that hold and those that have ended: a meter goes on from one to the next. */
  readonly assignments: readonly ChargeAssignment[];
  /** The bills there are for the month, in whatever state. */
  readonly inMonth: readonly Bill[];
  /** By assignment, the last bill in force of an earlier month. */
  readonly last: ReadonlyMap<string, Bill>;
  readonly meters: ReadonlyMap<string, MeterData>;
}

export interface BillingTerms {
  readonly period: Period;
  readonly items: ReadonlyMap<string, ChargeItem>;
  /** The community may collect electricity and water for the supplier. */
  readonly collectsUtilities: boolean;
}

export interface DraftedHome {
  readonly bills: readonly Draft[];
  readonly records: readonly RunRecord[];
  readonly tally: Tally;
}

/** Ours: half as much again, or half, is worth a look, from 5 yuan on. */
const outlierRule: OutlierRule = { abovePermille: 1500, belowPermille: 500, ignored: fen(500) };

/**
 * The drafts of one home for a run: every assignment is billed whole, stands among what could not be billed, or does not hold in
 * the month. One whose bill was published, voided or reissued, or that an earlier bill of several months reaches into, is left as it is.
 * The same data give the same documents.
 */
export function draftHome(data: HomeData, terms: BillingTerms, run: BillRun): DraftedHome {
  const all = data.assignments.map((assignment) => draftOne(assignment, data, terms, run));
  return {
    bills: all.flatMap(({ bills }) => bills),
    records: all.flatMap(({ records }) => records),
    tally: all.map(({ tally }) => tally).reduce(addTallies, { ...noTally, homesDone: 1 }),
  };
}

const nothing: DraftedHome = { bills: [], records: [], tally: noTally };

function draftOne(
  assignment: ChargeAssignment,
  data: HomeData,
  terms: BillingTerms,
  run: BillRun,
): DraftedHome {
  const standing = data.inMonth.filter(
    (bill) => bill.assignmentId === assignment._id && bill.state !== 'draft',
  );
  if (standing.length > 0) {
    const inForce = standing.filter(({ state }) => state !== 'void' && state !== 'reissued');
    return { ...nothing, tally: tallyOf(inForce) };
  }
  const last = data.last.get(assignment._id);
  // Arrears of the old books may be one bill for several months: those are owed already.
  if (last && billInTheWay([last], terms.period) !== undefined) return nothing;
  const billing = billOne(assignment, data, terms, 1);
  if (billing.kind === 'nothing') return nothing;
  const itemName = terms.items.get(assignment.chargeItemId)?.name ?? '';
  const about = {
    _id: `${run._id}·${assignment._id}`,
    billRunId: run._id,
    homeId: assignment.homeId,
    place: placeName(data.home.place),
    itemName,
  };
  if (billing.kind === 'unbillable') {
    const { reason, day } = billing;
    const record: RunRecord = { ...about, kind: 'unbillable', reason, ...(day === undefined ? {} : { day }) };
    return { bills: [], records: [record], tally: { ...noTally, unbillable: 1 } };
  }
  const { bill } = billing;
  const outlier = outlierOf(bill, last, outlierRule);
  if (!outlier || (outlier === 'firstTime' && run.isFirst))
    return { bills: [bill], records: [], tally: tallyOf([bill]) };
  const record: RunRecord = {
    ...about,
    kind: 'outlier',
    billId: bill._id,
    amount: bill.amount,
    ...(last ? { lastAmount: last.amount } : {}),
    outlier,
  };
  return { bills: [bill], records: [record], tally: { ...tallyOf([bill]), outliers: 1 } };
}

/** One assignment's bill of that revision, from what the home has. */
export function billOne(
  assignment: ChargeAssignment,
  { home, meters, last, assignments }: HomeData,
  { items, period, collectsUtilities }: BillingTerms,
  revision: number,
): Billing | Unbillable {
  const item = items.get(assignment.chargeItemId);
  if (!item) return unbillable('assignmentUnsound');
  const isUtility = item.purpose === 'electricity' || item.purpose === 'water';
  const source = { item, assignment, period, revision, area: home.area };
  const made = makeBill({ ...source, ...meterOf(assignment, assignments, meters, last) });
  return made.kind === 'made' && isUtility && !collectsUtilities ? unbillable('utilitiesNotCollected') : made;
}

/** The meter from where it was billed last, by whichever assignment that was. */
function meterOf(
  { subject }: ChargeAssignment,
  assignments: readonly ChargeAssignment[],
  meters: HomeData['meters'],
  last: HomeData['last'],
): { readonly meter?: Meter } {
  const data = subject?.kind === 'meter' ? meters.get(subject.id) : undefined;
  if (!data) return {};
  const positions = assignments
    .filter((one) => one.subject?.kind === 'meter' && one.subject.id === subject?.id)
    .flatMap(({ _id }) => last.get(_id)?.position ?? []);
  const position = positions.reduce((a, b) => (b.reading.day > a.reading.day ? b : a), data.start);
  return { meter: { multiplier: data.multiplier, position, readings: data.readings } };
}
