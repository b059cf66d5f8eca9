import type { StaffRow } from '../sheets/homeSheets';
import type { ReadRow } from '../sheets/layout';
import type { Findings } from './findings';
import { staffIdOf } from './ids';
import type { Known, Moment } from './known';
import type { StaffStep } from './step';

/** 员工: one row a person, by phone number. */
export function readStaff(
  rows: readonly ReadRow<StaffRow>[],
  known: Known,
  { today }: Pick<Moment, 'today'>,
  findings: Findings,
): readonly StaffStep[] {
  const ids = new Map(known.staff.map(({ phone, _id }) => [phone, _id]));
  const firsts = findings.unique(
    rows,
    ({ phone }) => phone,
    (first) => ({ title: `和第 ${first.row} 行手机号相同`, fix: '一人一行，岗位写在一格里，用“、”分开' }),
    'phone',
  );
  return firsts.flatMap((at) => {
    const { name, phone, duties, skills, areas, from, to } = at.value;
    if (from && to && to < from) {
      findings.add(at, { title: '离职早于入职', fix: '请核对入职和离职日期' }, 'to');
      return [];
    }
    const fields = {
      name,
      duties,
      ...(skills === undefined ? {} : { skills }),
      ...(areas === undefined ? {} : { areas }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    const step: StaffStep = {
      kind: 'staff',
      key: phone,
      sheet: at.sheet,
      row: at.row,
      label: name,
      staffId: ids.get(phone) ?? staffIdOf(known.community._id, phone),
      phone,
      fields,
      initial: { skills: [], areas: [], from: from ?? today },
    };
    return [step];
  });
}
