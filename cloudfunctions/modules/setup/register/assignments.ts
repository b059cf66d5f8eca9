import type { Day } from '../../../../types/day';
import { type Place, placeName } from '../../../../types/place';
import {
  type AssignmentProblem,
  assignmentProblem,
  type ChargeAssignment,
  type ContractException,
  type LateFeeTerms,
  type Subject,
} from '../../charging';
import type { AssignmentRow } from '../sheets/chargeSheets';
import type { ReadRow } from '../sheets/layout';
import type { ParkingRow } from '../sheets/meterSheets';
import type { Complaint } from '../sheets/problem';
import { exceptionOf, lateFeeOf, spaceOf, subjectOf } from './assignmentRows';
import type { ChargeContext } from './context';
import { homeOf, type PlacedHome } from './homes';
import { assignmentIdOf } from './ids';
import { itemOf, type NamedItem } from './items';
import type { PlacedMeter } from './meters';
import { refuseOverlaps } from './overlaps';
import { namedParty, usualParty } from './parties';
import type { AssignmentStep } from './step';

/** One assignment as the rows about it say, before it becomes a step. */
interface Wanted {
  readonly home: PlacedHome;
  readonly item: NamedItem;
  readonly subject: Subject | undefined;
  readonly from: Day;
  readonly to: Day | undefined;
  readonly party: string | undefined;
  readonly count: number | undefined;
  readonly exceptions: readonly ContractException[];
  readonly lateFee: LateFeeTerms | undefined;
  readonly row: ReadRow<AssignmentRow>;
}

interface Sheets {
  readonly assignments: readonly ReadRow<AssignmentRow>[];
  readonly parking: readonly ReadRow<ParkingRow>[];
  readonly meters: readonly PlacedMeter[];
}

/**
 * 收费绑定, 车位 and 表计: who owes which item for what, from when. Several rows of one assignment add exceptions to it. A meter or a
 * parking space nobody writes a row for in 收费绑定 is charged from its own row on.
 */
export function readAssignments(sheets: Sheets, context: ChargeContext): readonly AssignmentStep[] {
  const wanted = new Map<string, Wanted>();
  for (const row of sheets.assignments) addWritten(row, wanted, sheets, context);
  const steps = [...wanted.values()].flatMap((one) => writtenStep(one, context));
  const subjects = new Set(steps.map(({ homeId, itemId, subject }) => `${homeId}|${itemId}|${subject?.id}`));
  for (const { homeId, chargeItemId, subject } of context.known.assignments)
    if (subject?.kind === 'meter') subjects.add(`${homeId}|${chargeItemId}|${subject.id}`);
  steps.push(
    ...fromMeters(sheets.meters, subjects, context),
    ...fromParking(sheets.parking, subjects, context),
  );
  const meterRows = sheets.meters.map(({ row }) => row);
  refuseOverlaps(steps, [...sheets.assignments, ...sheets.parking, ...meterRows], context);
  return steps;
}

function addWritten(
  row: ReadRow<AssignmentRow>,
  wanted: Map<string, Wanted>,
  sheets: Sheets,
  context: ChargeContext,
): void {
  const { findings } = context;
  const home = homeOf(row, context.homes, findings);
  const item = itemOf(row, context.items, findings);
  if (!home || !item) return;
  const subject = subjectOf(row, home, item, sheets.meters, context);
  const exception = exceptionOf(row, context);
  const party = row.value.party === undefined ? undefined : namedParty(row, home.homeId, context);
  if (subject === 'wrong' || exception === 'wrong' || (row.value.party !== undefined && !party)) return;
  const { from, to, count } = row.value;
  const key = `${home.homeId}|${item.itemId}|${subject?.id ?? ''}|${from}`;
  const before = wanted.get(key);
  if (before && !exception) {
    const fix = '删掉其中一行；同一绑定的多条合同例外可以分行写';
    findings.add(row, { title: `和第 ${before.row.row} 行是同一个绑定`, fix }, 'item', 'from');
    return;
  }
  wanted.set(key, {
    home,
    item,
    subject,
    from,
    to: before?.to ?? to,
    party: before?.party ?? party?.residentId,
    count: before?.count ?? count,
    exceptions: [...(before?.exceptions ?? []), ...(exception ? [exception] : [])],
    lateFee: before?.lateFee ?? lateFeeOf(row, context),
    row: before?.row ?? row,
  });
}

function writtenStep(wanted: Wanted, context: ChargeContext): AssignmentStep[] {
  const { home, item, subject, from, to, party, count, exceptions, lateFee, row } = wanted;
  const fields = {
    ...(to === undefined ? {} : { to }),
    ...(party === undefined ? {} : { liablePartyId: party }),
    ...(count === undefined ? {} : { count }),
    ...(lateFee === undefined ? {} : { lateFee }),
    exceptions,
  };
  const step = stepOf({ home, item, subject, from, at: row }, fields, context);
  const problem = assignmentProblem(step.document, item.method);
  if (!problem) return [step.step];
  context.findings.add(row, assignmentComplaints[problem]);
  return [];
}

interface About {
  readonly home: { readonly homeId: string; readonly place: Place };
  readonly item: NamedItem;
  readonly subject: Subject | undefined;
  readonly from: Day;
  readonly at: { readonly sheet: string; readonly row: number };
}

function stepOf(
  { home, item, subject, from, at }: About,
  fields: Partial<ChargeAssignment>,
  context: ChargeContext,
): { readonly step: AssignmentStep; readonly document: ChargeAssignment } {
  const { homeId, place } = home;
  const assignmentId = assignmentIdOf(homeId, item.itemId, subject?.name, from);
  const initial = { from, liablePartyId: usualParty(homeId, context), exceptions: [] };
  const about = subject ? { subject } : {};
  const step: AssignmentStep = {
    kind: 'assignment',
    key: assignmentId,
    sheet: at.sheet,
    row: at.row,
    label: `${placeName(place)} ${item.name}${subject ? ` ${subject.name}` : ''}`,
    homeId,
    assignmentId,
    itemId: item.itemId,
    ...about,
    fields,
    initial,
  };
  const communityId = context.known.community._id;
  const ids = { _id: assignmentId, version: 1, communityId, homeId, chargeItemId: item.itemId };
  return { step, document: { ...ids, ...about, ...initial, ...fields } };
}

/** A meter is charged from its last reading on, unless it is already. */
function fromMeters(
  meters: readonly PlacedMeter[],
  subjects: Set<string>,
  context: ChargeContext,
): readonly AssignmentStep[] {
  return meters.flatMap(({ step, home, item, row }) => {
    if (subjects.has(`${home.homeId}|${item.itemId}|${step.meterId}`)) return [];
    const subject = { kind: 'meter', id: step.meterId, name: step.serial } as const;
    return [stepOf({ home, item, subject, from: row.value.readOn, at: row }, {}, context).step];
  });
}

function fromParking(
  rows: readonly ReadRow<ParkingRow>[],
  subjects: Set<string>,
  context: ChargeContext,
): readonly AssignmentStep[] {
  return rows.flatMap((row) => {
    const { findings, known } = context;
    const home = homeOf(row, context.homes, findings);
    const item = itemOf(row, context.items, findings);
    if (!home || !item) return [];
    const { from, to, space } = row.value;
    if (item.method !== 'parking') {
      findings.add(row, { title: '这个项目不按车位', fix: '项目名称填停车费这类按车位的项目' }, 'item');
      return [];
    }
    if (to && to < from) {
      findings.add(row, { title: '结束早于开始', fix: '请核对开始和结束日期' }, 'to');
      return [];
    }
    const subject = spaceOf(known.community._id, space);
    if (subjects.has(`${home.homeId}|${item.itemId}|${subject.id}`)) return [];
    return [stepOf({ home, item, subject, from, at: row }, to ? { to } : {}, context).step];
  });
}

const assignmentComplaints: Readonly<Record<AssignmentProblem, Complaint>> = {
  endsBeforeItBegins: { title: '结束早于开始', fix: '请核对绑定和例外的开始、结束日期' },
  countNotPositive: { title: '数量不对', fix: '填大于 0 的整数' },
  reductionNotBetween1And1000: { title: '减收比例不对', fix: '填 0.1% 到 100%' },
  negativeOwnPrice: { title: '合同单价小于 0', fix: '填大于或等于 0 的单价' },
  ownPriceOnMeter: { title: '水电费不能另定单价', fix: '水电按公布的价格代收，删掉合同单价' },
  twoOwnPrices: { title: '同一段日子有两个合同单价', fix: '给前一个合同单价填例外结束日期' },
  subjectMissing: { title: '没有写表号或车位号', fix: '按表计和按车位的项目要写明哪块表、哪个车位' },
};
