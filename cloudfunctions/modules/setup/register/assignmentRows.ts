import type { ContractException, LateFeeTerms, Subject } from '../../charging';
import type { AssignmentRow } from '../sheets/chargeSheets';
import type { ReadRow } from '../sheets/layout';
import type { ChargeContext } from './context';
import type { PlacedHome } from './homes';
import { spaceIdOf } from './ids';
import type { NamedItem } from './items';
import type { PlacedMeter } from './meters';

/** What is charged besides the home: a complaint where the row does not say it, or says one that is not there. */
export function subjectOf(
  row: ReadRow<AssignmentRow>,
  { homeId }: PlacedHome,
  item: NamedItem,
  meters: readonly PlacedMeter[],
  { known, findings }: ChargeContext,
): Subject | undefined | 'wrong' {
  const { subject: name } = row.value;
  if (item.method === 'area' || item.method === 'fixed') return undefined;
  if (name === undefined) {
    findings.add(
      row,
      { title: '没有写表号或车位号', fix: '按表计和按车位的项目要写明哪块表、哪个车位' },
      'subject',
    );
    return 'wrong';
  }
  if (item.method === 'parking') return spaceOf(known.community._id, name);
  const inFile = meters.find(({ step, item: of }) => of.itemId === item.itemId && step.serial === name);
  const stored = known.meters.find(({ _id, serial }) => serial === name && _id.startsWith(item.itemId));
  const meter = inFile?.step ?? (stored && { meterId: stored._id, homeId: stored.homeId });
  if (meter?.homeId === homeId) return { kind: 'meter', id: meter.meterId, name };
  findings.add(row, { title: '这套房没有这块表', fix: '核对表号；新表先在“表计”表加' }, 'subject');
  return 'wrong';
}

export function spaceOf(communityId: string, name: string): Subject {
  return { kind: 'parkingSpace', id: spaceIdOf(communityId, name), name };
}

/** What the contract says otherwise, where the row says so. */
export function exceptionOf(
  row: ReadRow<AssignmentRow>,
  { findings }: ChargeContext,
): ContractException | undefined | 'wrong' {
  const {
    exception: kind,
    ownPrice,
    permille,
    exceptionBasis: reason,
    from,
    exceptionFrom,
    exceptionTo,
  } = row.value;
  if (kind === undefined) return undefined;
  if (reason === undefined) {
    findings.add(
      row,
      { title: '例外依据没有填', fix: '写明合同条款或批准文件，例如：合同补充条款二' },
      'exceptionBasis',
    );
    return 'wrong';
  }
  const days = {
    from: exceptionFrom ?? from,
    ...(exceptionTo === undefined ? {} : { to: exceptionTo }),
    reason,
  };
  if (kind === 'ownPrice') {
    if (ownPrice) return { kind, price: ownPrice, ...days };
    findings.add(row, { title: '合同单价没有填', fix: '补上合同约定的单价' }, 'ownPrice');
    return 'wrong';
  }
  if (permille !== undefined) return { kind, permille, ...days };
  findings.add(row, { title: '减收比例没有填', fix: '填减收百分之多少：30%' }, 'permille');
  return 'wrong';
}

/** 万分之五 is 500 millionths. Never more than the bill itself. */
export function lateFeeOf(
  row: ReadRow<AssignmentRow>,
  { findings }: ChargeContext,
): LateFeeTerms | undefined {
  const { lateFeePerDay, lateFeeGrace, lateFeeCap } = row.value;
  if (lateFeePerDay === undefined) {
    if (lateFeeGrace !== undefined || lateFeeCap !== undefined) {
      findings.add(
        row,
        { title: '滞纳金日率没有填', fix: '填万分之几，例如 5；合同没有约定就都不填' },
        'lateFeePerDay',
      );
    }
    return undefined;
  }
  return {
    perMillionPerDay: lateFeePerDay.units,
    graceDays: lateFeeGrace ?? 0,
    capPermille: lateFeeCap ?? 1000,
  };
}
