import { formatPeriod, period, periodsOverlap } from '../../../../types/period';
import { placeName } from '../../../../types/place';
import { billId } from '../../charging';
import type { ReadRow } from '../sheets/layout';
import type { ArrearRow, PrepaidRow } from '../sheets/meterSheets';
import { assignmentFor } from './assignmentFor';
import type { ChargeContext } from './context';
import { homeOf } from './homes';
import { itemOf } from './items';
import { namedParty, usualParty } from './parties';
import type { ArrearStep, AssignmentStep, PrepaidStep } from './step';

/** 期初欠费: what was owed in the old books, by home, item and period. */
export function readArrears(
  rows: readonly ReadRow<ArrearRow>[],
  assignments: readonly AssignmentStep[],
  context: ChargeContext,
): readonly ArrearStep[] {
  const steps = rows.flatMap((row) => arrearStep(row, assignments, context));
  refuseSamePeriods(rows, steps, context);
  return steps;
}

function arrearStep(
  row: ReadRow<ArrearRow>,
  assignments: readonly AssignmentStep[],
  context: ChargeContext,
): ArrearStep[] {
  const { findings, today } = context;
  const home = homeOf(row, context.homes, findings);
  const item = itemOf(row, context.items, findings);
  if (!home || !item) return [];
  const { homeId, place } = home;
  const { subject, first, months, amount } = row.value;
  const about = { homeId, itemId: item.itemId, ...(subject === undefined ? {} : { subject }) };
  const assignment = assignmentFor(assignments, about, context);
  if (!assignment) {
    const fix = '先在“收费绑定”“表计”或“车位”表里给这套房加上这个项目';
    findings.add(row, { title: '这套房没有绑定这个项目', fix }, 'item');
    return [];
  }
  if (`${first}-01` > today) {
    findings.add(row, { title: '账期还没有到', fix: '期初欠费只填以前的账期' }, 'first');
    return [];
  }
  const named = row.value.party === undefined ? undefined : namedParty(row, homeId, context);
  if (row.value.party !== undefined && !named) return [];
  const of = period(first, months ?? 1);
  const step: ArrearStep = {
    kind: 'arrear',
    key: billId(assignment.assignmentId, first, 1),
    sheet: row.sheet,
    row: row.row,
    label: `${placeName(place)} ${item.name} ${formatPeriod(of)}`,
    homeId,
    assignmentId: assignment.assignmentId,
    itemId: item.itemId,
    partyId: named?.residentId ?? usualParty(homeId, context),
    ...(assignment.subject ? { subject: assignment.subject } : {}),
    period: of,
    amount,
    fields: { amount, months: of.months },
    initial: {},
  };
  return [step];
}

/** One assignment owes each month once. */
function refuseSamePeriods(
  rows: readonly ReadRow<ArrearRow>[],
  steps: readonly ArrearStep[],
  { findings }: ChargeContext,
): void {
  const seen = new Map<string, ArrearStep[]>();
  for (const step of steps) {
    const earlier = seen.get(step.assignmentId) ?? [];
    const first = earlier.find((one) => periodsOverlap(one.period, step.period));
    const row = first && rows.find((one) => one.sheet === step.sheet && one.row === step.row);
    if (first && row) {
      const fix = '同一项目同一个月只能有一笔欠费，请合并金额或改账期';
      findings.add(row, { title: `和第 ${first.row} 行账期重叠`, fix }, 'first', 'months');
    }
    seen.set(step.assignmentId, [...earlier, step]);
  }
}

/** 预存: what somebody has paid ahead. */
export function readPrepaid(
  rows: readonly ReadRow<PrepaidRow>[],
  context: ChargeContext,
): readonly PrepaidStep[] {
  const { findings } = context;
  const steps = rows.flatMap((row): PrepaidStep[] => {
    const home = homeOf(row, context.homes, findings);
    if (!home) return [];
    const { homeId, place } = home;
    const named = row.value.party === undefined ? undefined : namedParty(row, homeId, context);
    if (row.value.party !== undefined && !named) return [];
    const { amount } = row.value;
    const partyId = named?.residentId ?? usualParty(homeId, context);
    const about = { sheet: row.sheet, row: row.row, label: placeName(place), homeId, partyId, amount };
    return [{ kind: 'prepaid', key: `${homeId}·${partyId}`, ...about, fields: { amount }, initial: {} }];
  });
  const firsts = new Map<string, PrepaidStep>();
  for (const step of steps) {
    const first = firsts.get(step.key);
    const row = first && rows.find((one) => one.sheet === step.sheet && one.row === step.row);
    if (!first) firsts.set(step.key, step);
    else if (row) {
      const complaint = {
        title: `和第 ${first.row} 行是同一笔预存`,
        fix: '同一套房同一个人只留一行，金额相加',
      };
      findings.add(row, complaint, 'amount');
    }
  }
  return [...firsts.values()];
}
